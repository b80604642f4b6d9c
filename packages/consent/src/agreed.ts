import { REGISTER, type Purpose } from '@thegither/vocabulary';
import type { Asked } from './asked.ts';
import { BY_GRANT } from './ceilings.ts';
import { closesAt } from './closesAt.ts';
import type { Grant, Instant, PersonFacts, Worker } from './facts.ts';
import { type Limit, limitOf, opensEveryRow, together } from './limit.ts';
import { type Mask, NOTHING, intersection, maskOf, union, without } from './mask.ts';
import { isFor } from './recipient.ts';

const OWN_ACT = maskOf(...REGISTER.filter((category) => category.ownAct).map((category) => category.name));

/**
 * What a grant opens by itself at an instant: nothing outside its window or in a state other than ACTIVE. What a worker
 * recorded and the person has not confirmed yet opens for 14 days, to support them into work, without any category
 * that needs an act of its own. Nobody's grant opens J4 or M1, and telling an employer is for a named worker alone. A
 * grant for one meeting opens for two hours from the first look by it.
 */
export function opensNow(grant: Grant, at: Instant): Mask {
  // Written so that a moment that is no number opens nothing.
  if (!(grant.from <= at && at < closesAt(grant))) return NOTHING;
  if (grant.purpose === 'TELL_EMPLOYER' && grant.recipient.kind !== 'worker') return NOTHING;
  if (grant.state === 'ACTIVE') return intersection(grant.categories, BY_GRANT);
  return grant.state === 'RECORDED_UNCONFIRMED' && grant.purpose === 'EMPLOYABILITY_SUPPORT' ? intersection(without(grant.categories, OWN_ACT), BY_GRANT) : NOTHING;
}

/** How a person ended or interrupted what they had agreed to, or what was only said of them. */
const STOPPED: ReadonlySet<Grant['state']> = new Set(['PAUSED', 'WITHDRAWN', 'SUPERSEDED', 'INVALIDATED']);

/** Recorded before the other, by whoever. */
const isBefore = (one: Grant, other: Grant): boolean => one.from < other.from || (one.from === other.from && one.id < other.id);

/**
 * What another's word alone cannot open for this worker: whatever the person stopped for this purpose, and what was
 * recorded before and is not confirmed, so that recording it again does not make its fourteen days longer.
 */
function notByWordAlone(facts: PersonFacts, worker: Worker, recorded: Grant): Mask {
  return facts.grants.reduce((all, grant) => {
    const bars = STOPPED.has(grant.state) || (grant.state === 'RECORDED_UNCONFIRMED' && isBefore(grant, recorded));
    return bars && grant.purpose === recorded.purpose && isFor(grant.recipient, worker) ? union(all, grant.categories) : all;
  }, NOTHING);
}

/** What the person said no to for this worker and purpose, at whatever recipient level and whenever. */
export const refusedTo = (facts: PersonFacts, worker: Worker, purpose: Purpose | undefined): Mask =>
  facts.refusals.reduce((all, refusal) =>
    (refusal.purpose === null || refusal.purpose === purpose) && isFor(refusal.recipient, worker) ? union(all, refusal.categories) : all, NOTHING);

/** What grants open to a worker: everything, and the part of it of which some grant opens every row. */
export interface Agreed {
  readonly categories: Mask;
  readonly everyRow: Mask;
  /** The grants that open something, with what each opens. */
  readonly by: readonly { readonly grant: Grant; readonly opens: Mask }[];
}

/** The union of the person's grants that match the worker and the purpose at this instant, in one pass; refusals and holds are not asked here. */
export function agreedTo(facts: PersonFacts, worker: Worker, { purpose, at }: Asked): Agreed {
  const by: { grant: Grant; opens: Mask }[] = [];
  let categories = NOTHING, everyRow = NOTHING;
  for (const grant of facts.grants) {
    if (grant.purpose !== purpose || !isFor(grant.recipient, worker)) continue;
    const alone = opensNow(grant, at);
    const opens = alone !== NOTHING && grant.state === 'RECORDED_UNCONFIRMED' ? without(alone, notByWordAlone(facts, worker, grant)) : alone;
    if (opens === NOTHING) continue;
    by.push({ grant, opens });
    categories = union(categories, opens);
    if (opensEveryRow(grant)) everyRow = union(everyRow, opens);
  }
  return { categories, everyRow, by };
}

/** For each category that only grants of some rows open, what they open of it together. */
export function limitsOf(agreed: Agreed, shown: Mask): ReadonlyMap<string, readonly Limit[]> {
  const limited = without(shown, agreed.everyRow);
  const limits = new Map<string, readonly Limit[]>();
  if (limited === NOTHING) return limits;
  for (const category of REGISTER) {
    const bit = maskOf(category.name);
    if (intersection(limited, bit) === NOTHING) continue;
    limits.set(category.name, together(agreed.by.filter(({ opens }) => intersection(opens, bit) !== NOTHING).map(({ grant }) => limitOf(grant))));
  }
  return limits;
}
