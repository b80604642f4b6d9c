import { AUTHORITY_KINDS, POWERS, PURPOSES, REGISTER, ROLES, type Power, type Purpose, type Role } from '@thegither/vocabulary';
import * as fc from 'fast-check';
import type { Asked } from '../asked.ts';
import { ROLE_PURPOSES } from '../ceilings.ts';
import type { Asker, Assignment, Authority, Exclusion, Grant, Opening, PersonFacts, Recipient, Refusal } from '../facts.ts';
import { EVERYTHING, type Mask, maskOf } from '../mask.ts';
import { DAY, NOW, facts } from './build.ts';

/**
 * Any ledger and any question, small enough that things meet: two workers, two teams, two agencies, days around now.
 * Most recipients and purposes are those of the question, so that what stands in the ledger has a say in the answer;
 * each of the others still comes often.
 */
export const aMask = fc.subarray(REGISTER.map(({ name }) => name)).map((names): Mask => maskOf(...names));

/** The controllers that a grant of these cases may name; the second is one of the two agencies that ask. */
export const CONTROLLERS = ['fife-college', 'fife-works'] as const;

/** The first days of which a grant of these cases may open rows: their last ones come after all of them. */
export const DAYS = ['2026-02-01', '2026-03-01'] as const;

const often = <T>(times: number, usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> => fc.oneof({ weight: times, arbitrary: usual }, { weight: 1, arbitrary: other });

const anyRecipient = fc.constantFrom<Recipient>(
  { kind: 'worker', worker: 'isla' }, { kind: 'worker', worker: 'ewan' }, { kind: 'team', team: 't1' }, { kind: 'team', team: 't2' },
  { kind: 'agency', agency: 'fife-works' }, { kind: 'agency', agency: 'fife-housing' },
);
const anyPurpose = fc.constantFrom<Purpose>('EMPLOYABILITY_SUPPORT', 'EMPLOYABILITY_SUPPORT', 'EMPLOYABILITY_SUPPORT', 'EMPLOYABILITY_SUPPORT', 'REFERRAL', 'REFERRAL', 'ONE_MEETING', 'TELL_EMPLOYER', ...PURPOSES);
const past = fc.integer({ min: -20, max: 0 }).map((days) => NOW + days * DAY), future = fc.integer({ min: 0, max: 20 }).map((days) => NOW + days * DAY);
const aState = fc.constantFrom<Grant['state']>('ACTIVE', 'ACTIVE', 'ACTIVE', 'RECORDED_UNCONFIRMED', 'RECORDED_UNCONFIRMED', 'PAUSED', 'WITHDRAWN', 'SUPERSEDED', 'RENOUNCED', 'INVALIDATED');

const grantWith = (recipient: fc.Arbitrary<Recipient>, purpose: fc.Arbitrary<Purpose>): fc.Arbitrary<Grant> => fc.record({
  id: fc.uuid(), recipient, purpose, categories: aMask, sources: often<readonly string[]>(2, fc.constant([]), fc.subarray([...CONTROLLERS], { minLength: 1 })), from: often(5, past, future), to: often(5, future, past), state: aState,
  dataFrom: often<string | null>(3, fc.constant(null), fc.constantFrom(...DAYS)), dataTo: often<string | null>(3, fc.constant(null), fc.constantFrom('2026-03-31', '2026-05-31')),
  usedAt: fc.constantFrom(null, NOW, NOW - DAY / 24, NOW - DAY / 12, NOW - DAY),
});
const assignmentWith = (recipient: fc.Arbitrary<Recipient>, purpose: fc.Arbitrary<Purpose>): fc.Arbitrary<Assignment> => fc.record({
  id: fc.uuid(), recipient, team: fc.constantFrom('t1', 't2', null), purposes: fc.uniqueArray(purpose, { minLength: 1, maxLength: 2 }),
  from: often(4, past, future), to: often(2, fc.option(future), past), confirmed: often(2, fc.constant(true), fc.constant(false)),
});
const refusalWith = (recipient: fc.Arbitrary<Recipient>, purpose: fc.Arbitrary<Purpose>): fc.Arbitrary<Refusal> => fc.record({ id: fc.uuid(), recipient, purpose: fc.option(purpose, { freq: 2 }), categories: aMask });

/** Any grant, whatever the question. */
export const aGrant = grantWith(anyRecipient, anyPurpose);

/** Any refusal, whatever the question. */
export const aRefusal = refusalWith(anyRecipient, anyPurpose);

/** Any exclusion. */
export const anExclusion: fc.Arbitrary<Exclusion> = fc.record({ id: fc.uuid(), recipient: anyRecipient });

/** Any authority, whoever asks: mostly one that lets them read now. */
export const anAuthority: fc.Arbitrary<Authority> = fc.record({
  id: fc.uuid(), representative: fc.constantFrom('morag', 'tam'), kind: fc.constantFrom(...AUTHORITY_KINDS),
  powers: often<readonly Power[]>(3, fc.constant(POWERS), fc.subarray([...POWERS])), categories: aMask,
  from: often(5, past, future), to: often(3, fc.option(future), past), confirmed: often(3, fc.constant(true), fc.constant(false)),
});

/** Anything opened without agreement, mostly by whoever asks and now. */
export const anOpening: fc.Arbitrary<Opening> = openingOf({ worker: 'isla', agency: 'fife-works' });

function openingOf(who: Pick<Opening, 'worker' | 'agency'>): fc.Arbitrary<Opening> {
  return fc.record({
    id: fc.uuid(), reason: fc.constantFrom('BREAK_GLASS', 'STATUTORY'), categories: aMask, from: often(5, past, future), to: often(5, future, past), toldFrom: often(3, past, future),
    worker: often(6, fc.constant(who.worker), fc.constantFrom('isla', 'ewan')), agency: often(6, fc.constant(who.agency), fc.constantFrom('fife-works', 'fife-housing')),
  });
}

const factsAbout = (asker: Asker, recipient: fc.Arbitrary<Recipient>, purpose: fc.Arbitrary<Purpose>, assignments: fc.Arbitrary<Assignment[]>): fc.Arbitrary<PersonFacts> => fc.record({
  person: fc.constantFrom('morag', 'tam'), assignments,
  exclusions: often<readonly Exclusion[]>(7, fc.constant([]), fc.array(anExclusion, { minLength: 1, maxLength: 2 })), hold: fc.constantFrom(null, null, null, null, null, 'h-1'),
  refusals: often<readonly Refusal[]>(1, fc.constant([]), fc.array(refusalWith(recipient, purpose), { minLength: 1, maxLength: 2 })), grants: fc.array(grantWith(recipient, purpose), { minLength: 1, maxLength: 4 }),
  authorities: fc.array(anAuthority, { maxLength: 2 }), openings: asker.kind === 'person' ? fc.array(anOpening, { maxLength: 1 }) : fc.array(openingOf(asker.worker), { maxLength: 2 }),
  unreadable: fc.constantFrom(...Array.from({ length: 15 }, (_, n) => n === 14)),
}).map((some) => facts(some));

interface Work {
  readonly roles: Role[];
  readonly purpose: Purpose | undefined;
}

/** What a role may ask for: a key worker as often as all others together, and support into work as often as all other purposes but to keep safe, which comes in one of six cases more. */
const itsWork: fc.Arbitrary<Work> = often(1, fc.constant<Role>('KEY_WORKER'), fc.constantFrom(...ROLES.filter((role) => ROLE_PURPOSES[role].length > 0)))
  .chain((role) => fc.record({ roles: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 2 }).map((more) => [...new Set([role, ...more])]), purpose: often(7, often(5, often(1, fc.constant(ROLE_PURPOSES[role][0]), fc.constantFrom(...ROLE_PURPOSES[role])), fc.constantFrom(...ROLE_PURPOSES[role].slice(-1))), fc.constant(undefined)) }));
const anyWork: fc.Arbitrary<Work> = fc.record({ roles: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 }), purpose: fc.option(anyPurpose, { nil: undefined }) });
const aWorkersQuestion: fc.Arbitrary<Asked> = fc.record({
  work: often(6, itsWork, anyWork), agreed: often(2, fc.constant(EVERYTHING), aMask), holds: aMask,
  worker: fc.constantFrom('isla', 'ewan'), agency: fc.constantFrom('fife-works', 'fife-housing'), team: fc.constantFrom('t1', 't2', null),
}).map(({ work: { roles, purpose }, agreed, holds, ...worker }) => ({ asker: { kind: 'worker', worker: { ...worker, roles }, agreed, holds }, purpose, at: NOW }));
const aPersonsQuestion: fc.Arbitrary<Asked> = fc.record({ person: fc.constantFrom('morag', 'tam'), purpose: fc.option(anyPurpose, { nil: undefined }) })
  .map(({ person, purpose }) => ({ asker: { kind: 'person', person }, purpose, at: NOW }));
const aQuestion = often(12, aWorkersQuestion, aPersonsQuestion);

/** The recipients that mean whoever asks. */
const recipientsOf = (asker: Asker): fc.Arbitrary<Recipient> => (asker.kind === 'person' ? anyRecipient : fc.constantFrom<Recipient>(
  { kind: 'worker', worker: asker.worker.worker }, { kind: 'agency', agency: asker.worker.agency },
  asker.worker.team === null ? { kind: 'worker', worker: asker.worker.worker } : { kind: 'team', team: asker.worker.team },
));

/** An assignment that lets the worker ask: mostly it stands beside whatever others there are. */
const fitting = ({ asker, purpose }: Asked): Assignment[] => (asker.kind === 'person' || purpose === undefined ? []
  : [{ id: 'fit', recipient: { kind: 'worker', worker: asker.worker.worker }, team: asker.worker.team, purposes: [purpose], from: NOW - DAY, to: null, confirmed: true }]);

/** A person's facts and a question about them. */
export const aCase: fc.Arbitrary<[PersonFacts, Asked]> = aQuestion.chain((question) => {
  const recipient = often(3, recipientsOf(question.asker), anyRecipient), purpose = question.purpose === undefined ? anyPurpose : often(3, fc.constant(question.purpose), anyPurpose);
  const others = fc.array(assignmentWith(recipient, purpose), { minLength: 1, maxLength: 2 });
  const assignments = often(2, others.map((some) => [...some, ...fitting(question)]), others);
  return factsAbout(question.asker, recipient, purpose, assignments).map((facts): [PersonFacts, Asked] => [facts, question]);
});
