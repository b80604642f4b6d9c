import { describe, expect, test } from '@jest/globals';
import { maskOf, toInt8 } from '@thegither/consent';
import { parseFacts, rolesIn } from './parseFacts.ts';
import type { StandingRow } from './standingSql.ts';

const NOTHING_SAID = { id: '7e57', person: 'p', agency: null, team: null, worker: null, state: null, names: null, purposes: null, categories: null, receives: null, starts: null, ends: null };
const grant: StandingRow = {
  ...NOTHING_SAID, source: 'grant', agency: 'fife-works', state: 'ACTIVE', names: ['fife-housing'], purposes: ['REFERRAL'], categories: toInt8(maskOf('SKILLS')), starts: 1, ends: 2,
};
const assignment: StandingRow = { ...NOTHING_SAID, source: 'assignment', worker: 'isla', state: 'CONFIRMED', names: ['east'], purposes: ['REFERRAL'], starts: 1 };
const refusal: StandingRow = { ...NOTHING_SAID, source: 'refusal', team: 'east', purposes: [null], categories: toInt8(maskOf('SKILLS')) };
const exclusion: StandingRow = { ...NOTHING_SAID, source: 'exclusion', worker: 'ewan' };
const hold: StandingRow = { ...NOTHING_SAID, source: 'hold' };

const factsOf = (...rows: StandingRow[]) => parseFacts(['p'], rows).get('p')!;

test('every row becomes a fact', () => {
  expect(factsOf(grant, assignment, refusal, exclusion, hold)).toEqual({
    person: 'p', unreadable: false, hold: '7e57',
    grants: [{ id: '7e57', recipient: { kind: 'agency', agency: 'fife-works' }, purpose: 'REFERRAL', categories: maskOf('SKILLS'), sources: ['fife-housing'], from: 1, to: 2, state: 'ACTIVE' }],
    assignments: [{ id: '7e57', recipient: { kind: 'worker', worker: 'isla' }, team: 'east', purposes: ['REFERRAL'], from: 1, to: null, confirmed: true }],
    refusals: [{ id: '7e57', recipient: { kind: 'team', team: 'east' }, purpose: null, categories: maskOf('SKILLS') }],
    exclusions: [{ id: '7e57', recipient: { kind: 'worker', worker: 'ewan' } }],
  });
});

test('somebody without a row has no facts, and is readable', () => {
  expect(factsOf()).toEqual({ person: 'p', unreadable: false, hold: null, grants: [], assignments: [], refusals: [], exclusions: [] });
});

describe('a row that cannot be read makes its person unreadable, and nobody else', () => {
  test.each<[string, StandingRow]>([
    ['an unknown purpose of a grant', { ...grant, purposes: ['CURIOSITY'] }],
    ['a grant without a purpose', { ...grant, purposes: [null] }],
    ['an unknown state', { ...grant, state: 'MAYBE' }],
    ['a category that is not in the register', { ...grant, categories: (1n << 40n).toString() }],
    ['the sign bit', { ...grant, categories: '-1' }],
    ['no categories', { ...grant, categories: null }],
    ['two recipients', { ...grant, worker: 'isla' }],
    ['no recipient', { ...grant, agency: null }],
    ['no sources', { ...grant, names: null }],
    ['a source that is nothing', { ...grant, names: [null] }],
    ['a grant without an end', { ...grant, ends: null }],
    ['a grant for ever', { ...grant, ends: Number.POSITIVE_INFINITY }],
    ['an assignment for ever', { ...assignment, ends: Number.POSITIVE_INFINITY }],
    ['an unknown purpose of an assignment', { ...assignment, purposes: ['REFERRAL', 'CURIOSITY'] }],
    ['an assignment in no state', { ...assignment, state: null }],
    ['an assignment to nobody', { ...assignment, worker: null }],
    ['an unknown purpose of a refusal', { ...refusal, purposes: ['CURIOSITY'] }],
    ['a refusal of an unknown category', { ...refusal, categories: (1n << 63n).toString() }],
    ['an exclusion of nobody', { ...exclusion, worker: null }],
    ['a hold without an id', { ...hold, id: null }],
    ['a kind of row that nobody knows', { ...hold, source: 'blessing' }],
  ])('%s', (_, row) => {
    const facts = parseFacts(['p', 'q'], [row, { ...grant, person: 'q' }]);
    expect(facts.get('p')).toMatchObject({ unreadable: true });
    expect(facts.get('q')).toMatchObject({ unreadable: false, grants: [{}] });
  });
});

test('a row about somebody who was not asked for stops everything', () => {
  expect(() => parseFacts(['q'], [grant])).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
});

test('an account with a role that nobody knows has no roles that can be relied on', () => {
  expect(rolesIn(['KEY_WORKER', 'TEAM_LEAD'])).toEqual(['KEY_WORKER', 'TEAM_LEAD']);
  expect(rolesIn(['KEY_WORKER', 'WIZARD'])).toBeUndefined();
  expect(rolesIn(null)).toBeUndefined();
});
