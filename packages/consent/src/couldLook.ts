import { PERMIT_REASONS, PURPOSES, type PermitReason, type Purpose, type Reason } from '@thegither/vocabulary';
import type { Asked } from './asked.ts';
import { ceilingFor } from './ceilingFor.ts';
import { closesAt } from './closesAt.ts';
import { decide } from './decide.ts';
import type { Asker, Instant, PersonFacts, Worker } from './facts.ts';
import { isInForce } from './inForce.ts';
import { type Mask, covers, maskOf, namesIn } from './mask.ts';
import { isFor } from './recipient.ts';

/** A worker could look at one category of a person, for one purpose, now. */
export interface CouldLook {
  readonly category: string;
  /** The worker's account. */
  readonly worker: string;
  readonly purpose: Purpose;
  readonly reason: PermitReason;
  /** The grants that open it; none unless the reason is AGREED. */
  readonly grants: readonly string[];
  /** When it closes if nobody does anything; null when it does not close by itself. */
  readonly until: Instant | null;
}

/** A worker as decisions know them. */
export type WorkerAsker = Asker & { readonly kind: 'worker' };

const isPermit = (reason: Reason): reason is PermitReason => PERMIT_REASONS.some((one) => one === reason);

/** The workers and teams of the assignments that are in force, and the workers who opened something that is. */
export function assignedNow(facts: PersonFacts, at: Instant): { readonly workers: readonly string[]; readonly teams: readonly string[] } {
  const recipients = facts.assignments.filter((one) => one.confirmed && isInForce(one, at)).map(({ recipient }) => recipient);
  const openedTo = facts.openings.filter((one) => isInForce(one, at)).map(({ worker }) => worker);
  return {
    workers: [...new Set([...recipients.flatMap((one) => (one.kind === 'worker' ? [one.worker] : [])), ...openedTo])],
    teams: [...new Set(recipients.flatMap((one) => (one.kind === 'team' ? [one.team] : [])))],
  };
}

/** Of whom it has to be asked at all what they could see: who is assigned by name or team, who opened something, and who oversees. `decide` opens nothing to any other worker. */
export function isCandidate(facts: PersonFacts, worker: Worker, at: Instant): boolean {
  const oversees = worker.roles.includes('DATA_PROTECTION_LEAD');
  return oversees || facts.openings.some((one) => one.worker === worker.worker && isInForce(one, at)) || facts.assignments.some((one) => one.confirmed && isInForce(one, at) && one.recipient.kind !== 'agency' && isFor(one.recipient, worker));
}

/**
 * Who could look at what of a person now, and why: the rule of the house asked for every worker who may come in question
 * and every purpose. There is no second rule here; whatever `decide` opens is listed, and nothing else.
 */
export const couldLook = (facts: PersonFacts, workers: readonly WorkerAsker[], at: Instant): CouldLook[] =>
  workers.filter(({ worker }) => isCandidate(facts, worker, at)).flatMap((asker) => PURPOSES.flatMap((purpose) => opensTo(facts, { asker, purpose, at }, asker.worker.worker, purpose)));

function opensTo(facts: PersonFacts, asked: Asked, worker: string, purpose: Purpose): CouldLook[] {
  const ceiling = ceilingFor(asked);
  const { findings } = decide(facts, asked, ceiling);
  const open = findings.flatMap((finding) => (isPermit(finding.reason) ? [{ ...finding, reason: finding.reason }] : []));
  if (open.length === 0) return [];
  const later = endsAfter(facts, asked.at).map((at) => ({ at, decision: decide(facts, { ...asked, at }, ceiling) }));
  const until = (category: Mask, reason: PermitReason): Instant | null =>
    later.find(({ decision }) => !covers(reason === 'OWN_RECORD' ? decision.own : decision.granted, category))?.at ?? null;
  return open.flatMap(({ reason, categories, grants }) =>
    namesIn(categories).map((category): CouldLook => ({ category, worker, purpose, reason, grants, until: until(maskOf(category), reason) })));
}

/** The moments at which something of the facts ends: only then can anything close by itself. */
function endsAfter(facts: PersonFacts, at: Instant): Instant[] {
  const ends = [...facts.assignments.flatMap(({ to }) => (to === null ? [] : [to])), ...facts.grants.map(closesAt), ...facts.openings.map(({ to }) => to)];
  return [...new Set(ends)].filter((end) => end > at).toSorted((a, b) => a - b);
}
