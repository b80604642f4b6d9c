import type { Role } from '@thegither/vocabulary';
import type { Asked } from '../asked.ts';
import type { Asker, Assignment, Authority, Exclusion, Grant, Instant, Opening, PersonFacts, Recipient, Refusal, Worker } from '../facts.ts';
import { EVERYTHING, type Mask, NOTHING } from '../mask.ts';

/** A valid thing of each kind: a test changes the one fact that it is about. */
export const DAY = 24 * 60 * 60 * 1000;
export const NOW: Instant = 1_800_000_000_000;
export const FIFE_WORKS: Recipient = { kind: 'agency', agency: 'fife-works' };
export const ISLAS_TEAM: Recipient = { kind: 'team', team: 'fife-works-kirkcaldy' };
export const ISLA: Recipient = { kind: 'worker', worker: 'isla' };

export const worker = (change: Partial<Worker> = {}): Worker => ({
  worker: 'isla', agency: 'fife-works', team: 'fife-works-kirkcaldy', roles: ['KEY_WORKER'], ...change,
});

export const asker = (change: { worker?: Partial<Worker>; roles?: readonly Role[]; agreed?: Mask; holds?: Mask } = {}): Asker & { kind: 'worker' } => ({
  kind: 'worker', worker: worker({ ...(change.roles && { roles: change.roles }), ...change.worker }), agreed: change.agreed ?? EVERYTHING, holds: change.holds ?? NOTHING,
});

export const asked = (change: Partial<Asked> = {}): Asked => ({ asker: asker(), purpose: 'EMPLOYABILITY_SUPPORT', at: NOW, ...change });

export const byPerson = (person = 'morag'): Asked => ({ asker: { kind: 'person', person }, purpose: undefined, at: NOW });

export const assignment = (change: Partial<Assignment> = {}): Assignment => ({
  id: 'a-1', recipient: ISLA, team: 'fife-works-kirkcaldy', purposes: ['EMPLOYABILITY_SUPPORT'], from: NOW - DAY, to: null, confirmed: true, ...change,
});

export const grant = (categories: Mask, change: Partial<Grant> = {}): Grant => ({
  id: 'g-1', recipient: FIFE_WORKS, purpose: 'EMPLOYABILITY_SUPPORT', categories, sources: [], from: NOW - DAY, to: NOW + 180 * DAY, state: 'ACTIVE', ...change,
});

export const refusal = (categories: Mask, change: Partial<Refusal> = {}): Refusal => ({
  id: 'r-1', recipient: FIFE_WORKS, purpose: null, categories, ...change,
});

export const exclusion = (recipient: Recipient = ISLA): Exclusion => ({ id: 'x-1', recipient });

/** Tam acts for her: she appointed him, to read. */
export const authority = (categories: Mask, change: Partial<Authority> = {}): Authority => ({
  id: 't-1', representative: 'tam', kind: 'APPOINTED', powers: ['READ'], categories, from: NOW - DAY, to: null, confirmed: true, ...change,
});

/** Isla opened something in an emergency an hour ago, and it is open for another. */
export const opening = (categories: Mask, change: Partial<Opening> = {}): Opening => ({
  id: 'o-1', reason: 'BREAK_GLASS', worker: 'isla', agency: 'fife-works', categories, from: NOW - DAY / 24, to: NOW + DAY / 24, toldFrom: NOW - DAY / 24, ...change,
});

/** Morag, whom Isla supports; she has chosen nothing yet. */
export const facts = (change: Partial<PersonFacts> = {}): PersonFacts => ({
  person: 'morag', assignments: [assignment()], exclusions: [], hold: null, refusals: [], grants: [], authorities: [], openings: [], unreadable: false, ...change,
});
