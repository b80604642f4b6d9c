import type { WithholdReason } from '@thegither/vocabulary';
import type { Asked } from './asked.ts';
import { WORKING_ROLES } from './ceilings.ts';
import type { Assignment, PersonFacts, Worker } from './facts.ts';
import { isInForce } from './inForce.ts';
import { isFor } from './recipient.ts';

/**
 * What the caller is to the person. SELF: it is them. ASSIGNED: supports them now. OVERSIGHT: checks who looked.
 * PENDING: an assignment of this worker waits to be confirmed. TEAM: leads the team of an assignment. NONE: nobody
 * to them, and for reading and writing alike the person is unknown.
 */
export type Standing = 'SELF' | 'ASSIGNED' | 'OVERSIGHT' | 'PENDING' | 'TEAM' | 'NONE';

/** May the caller read about the person at all? If not, the person is unknown to them. */
export const isKnown = (standing: Standing): boolean => standing === 'SELF' || standing === 'ASSIGNED' || standing === 'OVERSIGHT';

/** May a mutation of the caller name the person? */
export const isAddressable = (standing: Standing): boolean => standing !== 'NONE';

/** A standing, and why nothing opens by it; without `closedBy` the person's own choices decide. */
export interface Place {
  readonly standing: Standing;
  readonly closedBy?: WithholdReason;
}

type Rule = (facts: PersonFacts, asked: Asked) => Place | undefined;

const self: Rule = (facts, { asker }) => (asker.kind === 'person' && asker.person === facts.person ? { standing: 'SELF' } : undefined);

const oversight: Rule = (_, { asker, purpose }) =>
  asker.kind === 'worker' && purpose === 'AUDIT' && asker.worker.roles.includes('DATA_PROTECTION_LEAD') ? { standing: 'OVERSIGHT' } : undefined;

/** A row that cannot be read might be an exclusion or a refusal, so nobody is let in by the rest. Only who the person is, and who oversees, does not rest on rows; they too see nothing. */
const unreadable: Rule = (facts, asked) =>
  facts.unreadable ? { standing: (self(facts, asked) ?? oversight(facts, asked))?.standing ?? 'NONE', closedBy: 'UNREADABLE_GRANT' } : undefined;

const otherPerson: Rule = (_, { asker }) => (asker.kind === 'person' ? { standing: 'NONE', closedBy: 'NOT_ASSIGNED' } : undefined);

/** Before the assignment and whatever it says: to somebody whom the person keeps out, the person is unknown, for writing too. */
const exclusion: Rule = (facts, { asker }) =>
  asker.kind === 'worker' && facts.exclusions.some(({ recipient }) => isFor(recipient, asker.worker)) ? { standing: 'NONE', closedBy: 'EXCLUDED' } : undefined;

/** An assignment is to a worker or a team, never to a whole agency, and to somebody whose role is to support people. */
const isAssignedTo = ({ recipient }: Assignment, worker: Worker): boolean =>
  recipient.kind !== 'agency' && isFor(recipient, worker) && worker.roles.some((role) => WORKING_ROLES.has(role));

const assignment: Rule = (facts, { asker, purpose, at }) => {
  if (asker.kind !== 'worker') return undefined;
  const assigned = facts.assignments.filter((one) => one.confirmed && isInForce(one, at) && isAssignedTo(one, asker.worker));
  if (assigned.length === 0) return undefined;
  const allowed = purpose !== undefined && assigned.some(({ purposes }) => purposes.includes(purpose));
  return allowed ? { standing: 'ASSIGNED' } : { standing: 'ASSIGNED', closedBy: 'NO_PURPOSE' };
};

/** Has not ended: it may begin later, and it opens nothing. */
const pending: Rule = (facts, { asker, at }) =>
  asker.kind === 'worker' && facts.assignments.some((one) => !one.confirmed && (one.to === null || at < one.to) && isAssignedTo(one, asker.worker))
    ? { standing: 'PENDING', closedBy: 'NOT_ASSIGNED' } : undefined;

/** Also for an assignment that ended: somebody has to take the person over. */
const teamLead: Rule = (facts, { asker }) =>
  asker.kind === 'worker' && asker.worker.team !== null && asker.worker.roles.includes('TEAM_LEAD') && facts.assignments.some(({ team }) => team === asker.worker.team)
    ? { standing: 'TEAM', closedBy: 'NOT_ASSIGNED' } : undefined;

/** The order is the rule: the first that has something to say decides. */
const RULES: readonly Rule[] = Object.freeze([unreadable, self, otherPerson, oversight, exclusion, assignment, pending, teamLead]);

const NOBODY: Place = { standing: 'NONE', closedBy: 'NOT_ASSIGNED' };

/** What the caller is to the person, by the first rule that applies; nobody when none does. */
export function placeOf(facts: PersonFacts, asked: Asked): Place {
  for (const rule of RULES) {
    const place = rule(facts, asked);
    if (place) return place;
  }
  return NOBODY;
}
