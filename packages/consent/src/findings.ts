import type { Reason } from '@thegither/vocabulary';
import type { Asked } from './asked.ts';
import { opensNow } from './agreed.ts';
import type { Grant, PersonFacts, Worker } from './facts.ts';
import { EVERYTHING, type Mask, NOTHING, intersection, union, without } from './mask.ts';
import { isFor } from './recipient.ts';

/** One reason, the categories that it decided, and the grants that it rests on. The findings of a decision part the register: every category has exactly one. */
export interface Finding {
  readonly reason: Reason;
  readonly categories: Mask;
  readonly grants: readonly string[];
}

/** A rule's say before it is known which of its categories an earlier rule has decided. */
export interface Claim {
  readonly reason: Reason;
  readonly categories: Mask;
  readonly by?: readonly { readonly id: string; readonly categories: Mask }[];
}

/** Parts the categories by the very grants that cover them, so that what is recorded never cites a grant for something that it did not cover. */
function cite({ reason, categories, by = [] }: Claim): Finding[] {
  let cells: Finding[] = [{ reason, categories, grants: [] }];
  for (const grant of by) {
    cells = cells.flatMap((cell) => [
      { ...cell, categories: intersection(cell.categories, grant.categories), grants: [...cell.grants, grant.id] },
      { ...cell, categories: without(cell.categories, grant.categories) },
    ]).filter((cell) => cell.categories !== NOTHING);
  }
  return cells;
}

/** Lets each claim have what no earlier claim took. The claims' order is the order of the rules. */
export function settle(claims: readonly Claim[]): Finding[] {
  let undecided = EVERYTHING;
  return claims.flatMap((claim) => {
    const categories = intersection(claim.categories, undecided);
    undecided = without(undecided, categories);
    return categories === NOTHING ? [] : cite({ ...claim, categories });
  });
}

type Shut = 'PAUSED' | 'WITHDRAWN' | 'EXPIRED' | 'OTHER_PURPOSE' | undefined;

/** Why a grant to this worker opens nothing now, as the person would say it; undefined when it says nothing to them. */
function shutBy(grant: Grant, { purpose, at }: Asked): Shut {
  if (grant.purpose !== purpose) return opensNow(grant, at) === NOTHING ? undefined : 'OTHER_PURPOSE';
  switch (grant.state) {
    case 'PAUSED': case 'WITHDRAWN': return grant.state;
    // The recipient gave it up: to the person it ended.
    case 'RENOUNCED': return 'EXPIRED';
    // It opens at its begin and not now: its time is not now. One that could never open is as if nobody had asked.
    case 'ACTIVE': case 'RECORDED_UNCONFIRMED': return opensNow(grant, grant.from) !== NOTHING && opensNow(grant, at) === NOTHING ? 'EXPIRED' : undefined;
    // What was replaced or recorded by mistake never was; the grant in its place speaks for itself.
    default: return undefined;
  }
}

const SHUT_ORDER = ['PAUSED', 'WITHDRAWN', 'EXPIRED', 'OTHER_PURPOSE'] as const;

/** Why the person's choices leave categories closed that a grant could have opened: the nearest to yes first; NEVER_ASKED for the rest. */
export function closedBy(facts: PersonFacts, worker: Worker, asked: Asked): Claim[] {
  const shut = facts.grants.filter((grant) => isFor(grant.recipient, worker)).map((grant) => ({ grant, reason: shutBy(grant, asked) }));
  const claims = SHUT_ORDER.map((reason): Claim => {
    const by = shut.filter((one) => one.reason === reason).map(({ grant }) => ({ id: grant.id, categories: grant.categories }));
    return { reason, categories: by.reduce((all, { categories }) => union(all, categories), NOTHING), by };
  });
  return [...claims, { reason: 'NEVER_ASKED', categories: EVERYTHING }];
}
