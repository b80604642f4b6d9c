import type { WithholdReason } from '@thegither/vocabulary';
import type { Asked } from './asked.ts';
import { authoritiesOf } from './authority.ts';
import { WORKING_ROLES } from './ceilings.ts';
import type { Assignment, PersonFacts, Worker } from './facts.ts';
import { isInForce } from './inForce.ts';
import { openingsFor } from './openings.ts';
import { isFor } from './recipient.ts';

/**
 * What the caller is to the person. SELF: it is them. REPRESENTATIVE: another person, who acts for them now. ASSIGNED:
 * supports them now. OVERSIGHT: checks who looked.
 * OPENED: opened something in an emergency or by a law, and does not support them. PENDING: an assignment of this
 * worker waits to be confirmed, whether or not the person keeps them out. TEAM: leads the team of an assignment. STRANGER: nobody to them, and the person is
 * unknown; but somebody who works with people and asks to keep safe may name anybody, known or not, to break the glass or to ask to support them.
 * NONE: nobody to them, and for reading and writing alike the person is unknown.
 */
export type Standing = 'SELF' | 'REPRESENTATIVE' | 'ASSIGNED' | 'OVERSIGHT' | 'OPENED' | 'PENDING' | 'TEAM' | 'STRANGER' | 'NONE';

const KNOWN: ReadonlySet<Standing> = new Set<Standing>(['SELF', 'REPRESENTATIVE', 'ASSIGNED', 'OVERSIGHT', 'OPENED']);

/** May the caller read about the person at all? If not, the person is unknown to them. */
export const isKnown = (standing: Standing): boolean => KNOWN.has(standing);

/** May a mutation of the caller name the person? */
export const isAddressable = (standing: Standing): boolean => standing !== 'NONE';

/** A standing, and why nothing opens by it; without `closedBy` the person's own choices decide. */
export interface Place {
  readonly standing: Standing;
  readonly closedBy?: WithholdReason;
  /** Of a representative: by which authority they act. */
  readonly authority?: string;
}

type Rule = (facts: PersonFacts, asked: Asked) => Place | undefined;

const self: Rule = (facts, { asker }) => (asker.kind === 'person' && asker.person === facts.person ? { standing: 'SELF' } : undefined);

const oversight: Rule = (_, { asker, purpose }) =>
  asker.kind === 'worker' && purpose === 'AUDIT' && asker.worker.roles.includes('DATA_PROTECTION_LEAD') ? { standing: 'OVERSIGHT' } : undefined;

const supportsPeople = ({ roles }: Worker): boolean => roles.some((role) => WORKING_ROLES.has(role));

/** Nobody to the person. Whoever could break the glass could about anybody: about somebody unknown as about somebody who keeps them out. */
const nobody = ({ asker, purpose }: Asked): Standing => (asker.kind === 'worker' && purpose === 'KEEP_SAFE' && supportsPeople(asker.worker) ? 'STRANGER' : 'NONE');

/** A row that cannot be read might be an exclusion or a refusal, so nobody is let in by the rest. Only who the person is, and who oversees, does not rest on rows; they too see nothing. */
const unreadable: Rule = (facts, asked) =>
  facts.unreadable ? { standing: (self(facts, asked) ?? oversight(facts, asked))?.standing ?? nobody(asked), closedBy: 'UNREADABLE_GRANT' } : undefined;

/** By an authority that is confirmed and in force; whoever it is no longer is nobody, at once. */
const representative: Rule = (facts, { asker, at }) => {
  const [authority] = asker.kind === 'person' ? authoritiesOf(facts, asker.person, at) : [];
  return authority && { standing: 'REPRESENTATIVE', authority: authority.id };
};

const otherPerson: Rule = (_, { asker }) => (asker.kind === 'person' ? { standing: 'NONE', closedBy: 'NOT_ASSIGNED' } : undefined);

/**
 * Before the assignment and whatever it says: to somebody whom the person keeps out, the person is unknown, for writing too.
 * Who asked to support them still waits, as they would about anybody: that nobody answers must not tell of the exclusion.
 */
const exclusion: Rule = (facts, asked) =>
  keepsOut(facts, asked) ? { standing: waits(facts, asked) ? 'PENDING' : nobody(asked), closedBy: 'EXCLUDED' } : undefined;

const keepsOut = (facts: PersonFacts, { asker }: Asked): boolean =>
  asker.kind === 'worker' && facts.exclusions.some(({ recipient }) => isFor(recipient, asker.worker));

/** Before the exclusion: an emergency or a law does not rest on what the person chose. Whoever supports them goes on to do so. */
const opening: Rule = (facts, asked) => {
  if (openingsFor(facts, asked).length === 0) return undefined;
  return { standing: !keepsOut(facts, asked) && assignment(facts, asked) ? 'ASSIGNED' : 'OPENED' };
};

/** An assignment is to a worker or a team, never to a whole agency, and to somebody whose role is to support people. */
const isAssignedTo = ({ recipient }: Assignment, worker: Worker): boolean =>
  recipient.kind !== 'agency' && isFor(recipient, worker) && supportsPeople(worker);

const assignment: Rule = (facts, { asker, purpose, at }) => {
  if (asker.kind !== 'worker') return undefined;
  const assigned = facts.assignments.filter((one) => one.confirmed && isInForce(one, at) && isAssignedTo(one, asker.worker));
  if (assigned.length === 0) return undefined;
  const allowed = purpose !== undefined && assigned.some(({ purposes }) => purposes.includes(purpose));
  return allowed ? { standing: 'ASSIGNED' } : { standing: 'ASSIGNED', closedBy: 'NO_PURPOSE' };
};

/** Has not ended: it may begin later, and it opens nothing. */
const waits = (facts: PersonFacts, { asker, at }: Asked): boolean =>
  asker.kind === 'worker' && facts.assignments.some((one) => !one.confirmed && (one.to === null || at < one.to) && isAssignedTo(one, asker.worker));

const pending: Rule = (facts, asked) => (waits(facts, asked) ? { standing: 'PENDING', closedBy: 'NOT_ASSIGNED' } : undefined);

/** Also for an assignment that ended: somebody has to take the person over. */
const teamLead: Rule = (facts, { asker }) =>
  asker.kind === 'worker' && asker.worker.team !== null && asker.worker.roles.includes('TEAM_LEAD') && facts.assignments.some(({ team }) => team === asker.worker.team)
    ? { standing: 'TEAM', closedBy: 'NOT_ASSIGNED' } : undefined;

/** The order is the rule: the first that has something to say decides. */
const RULES: readonly Rule[] = Object.freeze([unreadable, self, representative, otherPerson, oversight, opening, exclusion, assignment, pending, teamLead]);

/** What the caller is to the person, by the first rule that applies; nobody when none does. */
export function placeOf(facts: PersonFacts, asked: Asked): Place {
  for (const rule of RULES) {
    const place = rule(facts, asked);
    if (place) return place;
  }
  return { standing: nobody(asked), closedBy: 'NOT_ASSIGNED' };
}
