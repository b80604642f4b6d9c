import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Asked } from '../../asked.ts';
import { type PersonDecision, decide } from '../../decide.ts';
import type { Authority, Grant, Opening, PersonFacts } from '../../facts.ts';
import { EVERYTHING, NOTHING } from '../../mask.ts';
import { aCase } from '../anyCase.ts';
import { allows, setPolicies } from './askCedar.ts';
import { type CedarSays, disagreements, secondOpinion } from './disagreements.ts';
import { statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';

type Case = readonly [PersonFacts, Asked, CedarSays[]];
/** People ask seldom, and of those who act for somebody there is more to get wrong: some more of them. */
const BY_PEOPLE = fc.sample(aCase.filter(([, { asker }]) => asker.kind === 'person'), { numRuns: 240, seed: 4 });
const CASES: readonly Case[] = [...fc.sample(aCase, { numRuns: 300, seed: 1707 }), ...BY_PEOPLE].map(([facts, asked]) => [facts, asked, secondOpinion(facts, asked)]);
const against = (broken: (facts: PersonFacts, asked: Asked) => PersonDecision): number =>
  CASES.filter(([facts, asked, said]) => disagreements(broken(facts, asked), asked, said).length > 0).length;

/** A decision that is wrong in one way, as if the ledger had said something else. */
const misread = (change: (facts: PersonFacts, asked: Asked) => Partial<PersonFacts>) => (facts: PersonFacts, asked: Asked): PersonDecision => decide({ ...facts, ...change(facts, asked) }, asked);
const misreadGrants = (change: (grant: Grant, facts: PersonFacts, asked: Asked) => Partial<Grant>) =>
  misread((facts, asked) => ({ grants: facts.grants.map((grant) => ({ ...grant, ...change(grant, facts, asked) })) }));
const misreadOpenings = (change: (opening: Opening, facts: PersonFacts, asked: Asked) => Partial<Opening>) =>
  misread((facts, asked) => ({ openings: facts.openings.map((opening) => ({ ...opening, ...change(opening, facts, asked) })) }));
const misreadAuthorities = (change: (asked: Asked) => Partial<Authority>) =>
  misread(({ authorities }, asked) => ({ authorities: authorities.map((authority) => ({ ...authority, ...change(asked) })) }));
const newest = ({ grants }: PersonFacts): number => Math.max(...grants.map(({ from }) => from));

test('the decision that stands disagrees with Cedar nowhere', () => {
  expect(against(decide)).toBe(0);
});

test.each<[string, (facts: PersonFacts, asked: Asked) => PersonDecision]>([
  ['refusals are passed over', misread(() => ({ refusals: [] }))],
  ['a refusal for one purpose counts for all', misread(({ refusals }) => ({ refusals: refusals.map((one) => ({ ...one, purpose: null })) }))],
  ['a grant to the worker by name beats a refusal', misread(({ refusals, grants }) => ({ refusals: grants.some(({ recipient, state }) => recipient.kind === 'worker' && state === 'ACTIVE') ? [] : refusals }))],
  ['a grant that is newer than all others takes their place', misread((facts) => ({ grants: facts.grants.filter(({ from }) => from === newest(facts)) }))],
  ['the purpose of a grant is passed over', misreadGrants((_, __, { purpose }) => (purpose === undefined ? {} : { purpose }))],
  ['a missing purpose is support into work', (facts, asked) => decide(facts, { ...asked, purpose: asked.purpose ?? 'EMPLOYABILITY_SUPPORT' })],
  ['a grant opens to anybody', misreadGrants((_, __, { asker }) => (asker.kind === 'worker' ? { recipient: { kind: 'worker', worker: asker.worker.worker } } : {}))],
  ['the end of a grant is passed over', misreadGrants(({ state, from }) => (state === 'ACTIVE' ? { to: from + 1e12 } : {}))],
  ['the begin of a grant is passed over', misreadGrants(({ state }) => (state === 'ACTIVE' ? { from: 0 } : {}))],
  ['a grant that was stopped opens', misreadGrants(() => ({ state: 'ACTIVE' }))],
  ['what a worker recorded never opens', misread(({ grants }) => ({ grants: grants.filter(({ state }) => state !== 'RECORDED_UNCONFIRMED') }))],
  ['one meeting is as good as many', misreadGrants(() => ({ usedAt: null }))],
  ['sources are passed over', misreadGrants(() => ({ sources: [] }))],
  ['the first day of the rows is passed over', misreadGrants(() => ({ dataFrom: null }))],
  ['the last day of the rows is passed over', misreadGrants(() => ({ dataTo: null }))],
  ['days are those of every grant', misreadGrants((_, { grants }) => ({ dataFrom: grants[0]?.dataFrom ?? null, dataTo: grants[0]?.dataTo ?? null }))],
  ['whatever was opened is passed over', misread(() => ({ openings: [] }))],
  ['an emergency opens what a law does', misreadOpenings(() => ({ reason: 'STATUTORY' }))],
  ['what was opened does not end', misreadOpenings(({ from }) => ({ to: from + 1e12 }))],
  ['what was opened has begun', misreadOpenings(() => ({ from: 0 }))],
  ['what one worker opened is open to another', misreadOpenings((_, __, { asker }) => (asker.kind === 'worker' ? { worker: asker.worker.worker } : {}))],
  ['what was opened goes along to another agency', misreadOpenings((_, __, { asker }) => (asker.kind === 'worker' ? { agency: asker.worker.agency } : {}))],
  ['what was opened is a grant for every purpose', misread(({ openings, grants }, { purpose }) => ({
    openings: [], grants: purpose === undefined ? grants : [...grants, ...openings.map((one): Grant => ({ ...one, recipient: { kind: 'worker', worker: one.worker }, purpose, sources: [], state: 'ACTIVE' }))],
  }))],
  ['a hold is passed over', misread(() => ({ hold: null }))],
  ['a hold takes the agency\'s own rows', (facts, asked) => decide(facts, facts.hold === null || asked.asker.kind === 'person' ? asked : { ...asked, asker: { ...asked.asker, holds: NOTHING } })],
  ['exclusions are passed over', misread(() => ({ exclusions: [] }))],
  ['an assignment need not be confirmed', misread(({ assignments }) => ({ assignments: assignments.map((one) => ({ ...one, confirmed: true })) }))],
  ['an assignment does not end', misread(({ assignments }) => ({ assignments: assignments.map((one) => ({ ...one, to: null })) }))],
  ['an assignment is for every purpose', misread(({ assignments }, { purpose }) => ({ assignments: assignments.map((one) => ({ ...one, purposes: purpose === undefined ? [] : [purpose] })) }))],
  ['nobody need be assigned', misread(({ assignments }, { asker, purpose }) => (asker.kind === 'worker' && purpose !== undefined
    ? { assignments: [{ id: 'all', recipient: { kind: 'worker', worker: asker.worker.worker }, team: null, purposes: [purpose], from: 0, to: null, confirmed: true }] } : { assignments }))],
  ['whoever acts for the person is nobody', misread(() => ({ authorities: [] }))],
  ['an authority need not be confirmed', misreadAuthorities(() => ({ confirmed: true }))],
  ['an authority does not end', misreadAuthorities(() => ({ to: null }))],
  ['an authority has begun', misreadAuthorities(() => ({ from: 0 }))],
  ['an authority without the power to read lets read', misreadAuthorities(() => ({ powers: ['READ'] }))],
  ['an authority covers everything', misreadAuthorities(() => ({ categories: EVERYTHING }))],
  ['an authority is good for anybody', misreadAuthorities(({ asker }) => (asker.kind === 'person' ? { representative: asker.person } : {}))],
  ['what cannot be read is passed over', misread(() => ({ unreadable: false }))],
  ['agreements between agencies are passed over', (facts, asked) => decide(facts, asked.asker.kind === 'person' ? asked : { ...asked, asker: { ...asked.asker, agreed: EVERYTHING } })],
  ['a person is taken for another', (facts, asked) => decide(facts, asked.asker.kind === 'worker' ? asked : { ...asked, asker: { kind: 'person', person: facts.person } })],
])('a decision in which %s disagrees with Cedar', (_, broken) => {
  expect(against(broken)).toBeGreaterThan(0);
});

test('a policy that fails is no answer: Cedar passes over a forbid that cannot be evaluated, and would permit', () => {
  setPolicies('failing', 'permit (principal, action, resource); forbid (principal, action, resource) when { principal.nothing };');
  const answer = statefulIsAuthorized({
    principal: { type: 'Worker', id: 'isla' }, action: { type: 'Action', id: 'read' }, resource: { type: 'Row', id: 'row' }, context: {}, preparsedPolicySetId: 'failing', entities: [],
  });
  expect(answer).toMatchObject({ type: 'success', response: { decision: 'allow' } });
  expect(() => allows(answer)).toThrow(/a policy failed: policy1: .*does not exist/);
});

test('policies that cannot be read are no policies', () => {
  expect(() => setPolicies('unreadable', 'forbid everything;')).toThrow(/could not read the policies/);
});
