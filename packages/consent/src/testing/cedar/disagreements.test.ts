import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Asked } from '../../asked.ts';
import { type PersonDecision, decide } from '../../decide.ts';
import type { Grant, PersonFacts } from '../../facts.ts';
import { EVERYTHING, NOTHING } from '../../mask.ts';
import { aCase } from '../anyCase.ts';
import { allows, setPolicies } from './askCedar.ts';
import { type CedarSays, disagreements, secondOpinion } from './disagreements.ts';
import { statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';

type Case = readonly [PersonFacts, Asked, CedarSays[]];
const CASES: readonly Case[] = fc.sample(aCase, { numRuns: 300, seed: 1707 }).map(([facts, asked]) => [facts, asked, secondOpinion(facts, asked)]);
const against = (broken: (facts: PersonFacts, asked: Asked) => PersonDecision): number =>
  CASES.filter(([facts, asked, said]) => disagreements(broken(facts, asked), asked, said).length > 0).length;

/** A decision that is wrong in one way, as if the ledger had said something else. */
const misread = (change: (facts: PersonFacts, asked: Asked) => Partial<PersonFacts>) => (facts: PersonFacts, asked: Asked): PersonDecision => decide({ ...facts, ...change(facts, asked) }, asked);
const misreadGrants = (change: (grant: Grant, facts: PersonFacts, asked: Asked) => Partial<Grant>) =>
  misread((facts, asked) => ({ grants: facts.grants.map((grant) => ({ ...grant, ...change(grant, facts, asked) })) }));
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
  ['a hold is passed over', misread(() => ({ hold: null }))],
  ['a hold takes the agency\'s own rows', (facts, asked) => decide(facts, facts.hold === null || asked.asker.kind === 'person' ? asked : { ...asked, asker: { ...asked.asker, holds: NOTHING } })],
  ['exclusions are passed over', misread(() => ({ exclusions: [] }))],
  ['an assignment need not be confirmed', misread(({ assignments }) => ({ assignments: assignments.map((one) => ({ ...one, confirmed: true })) }))],
  ['an assignment does not end', misread(({ assignments }) => ({ assignments: assignments.map((one) => ({ ...one, to: null })) }))],
  ['an assignment is for every purpose', misread(({ assignments }, { purpose }) => ({ assignments: assignments.map((one) => ({ ...one, purposes: purpose === undefined ? [] : [purpose] })) }))],
  ['nobody need be assigned', misread(({ assignments }, { asker, purpose }) => (asker.kind === 'worker' && purpose !== undefined
    ? { assignments: [{ id: 'all', recipient: { kind: 'worker', worker: asker.worker.worker }, team: null, purposes: [purpose], from: 0, to: null, confirmed: true }] } : { assignments }))],
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
