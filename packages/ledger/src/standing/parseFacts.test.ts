import { describe, expect, test } from '@jest/globals';
import { maskOf, toInt8 } from '@thegither/consent';
import { parseFacts, rolesIn } from './parseFacts.ts';
import type { AssignmentRow, AuthorityRow, ExclusionRow, FactRows, GrantRow, HoldRow, OpeningRow, RefusalRow } from './standingSql.ts';

const nobody = { agency: null, team: null, worker: null };
const grant: GrantRow = {
  ...nobody, person: 'p', id: '7e57', agency: 'fife-works', state: 'ACTIVE', sources: ['fife-housing'], data_from: '2026-03-01', data_to: '2026-03-31', mode: 'VIEW', purpose: 'REFERRAL', categories: toInt8(maskOf('SKILLS')), starts: 1, ends: 2, used: null,
};
const assignment: AssignmentRow = { ...nobody, person: 'p', id: '7e57', worker: 'isla', state: 'CONFIRMED', led: 'east', purposes: ['REFERRAL'], starts: 1, ends: null };
const refusal: RefusalRow = { ...nobody, person: 'p', id: '7e57', team: 'east', purpose: null, categories: toInt8(maskOf('SKILLS')) };
const exclusion: ExclusionRow = { ...nobody, person: 'p', id: '7e57', worker: 'ewan' };
const authority: AuthorityRow = { person: 'p', id: '7e57', representative: 'q', kind: 'PARENT', powers: ['READ', 'STOP'], categories: toInt8(maskOf('SKILLS')), state: 'CONFIRMED', starts: 1, ends: 2 };
const opening: OpeningRow = { person: 'p', id: '7e57', kind: 'BREAK_GLASS', worker: 'isla', at_agency: 'fife-works', categories: toInt8(maskOf('SKILLS')), starts: 1, ends: 2, told: 3 };
const hold: HoldRow = { person: 'p', id: '7e57' };

const rowsWith = (rows: Partial<FactRows>): FactRows => ({ grants: null, assignments: null, refusals: null, exclusions: null, authorities: null, openings: null, holds: null, ...rows });
const factsOf = (rows: Partial<FactRows>) => parseFacts(['p'], rowsWith(rows)).get('p')!;

test('every row becomes a fact', () => {
  expect(factsOf({ grants: [grant], assignments: [assignment], refusals: [refusal], exclusions: [exclusion], authorities: [authority], openings: [opening], holds: [hold] })).toEqual({
    person: 'p', unreadable: false, hold: '7e57',
    grants: [{ id: '7e57', recipient: { kind: 'agency', agency: 'fife-works' }, purpose: 'REFERRAL', categories: maskOf('SKILLS'), sources: ['fife-housing'], dataFrom: '2026-03-01', dataTo: '2026-03-31', mode: 'VIEW', from: 1, to: 2, usedAt: null, state: 'ACTIVE' }],
    assignments: [{ id: '7e57', recipient: { kind: 'worker', worker: 'isla' }, team: 'east', purposes: ['REFERRAL'], from: 1, to: null, confirmed: true }],
    refusals: [{ id: '7e57', recipient: { kind: 'team', team: 'east' }, purpose: null, categories: maskOf('SKILLS') }],
    exclusions: [{ id: '7e57', recipient: { kind: 'worker', worker: 'ewan' } }],
    authorities: [{ id: '7e57', representative: 'q', kind: 'PARENT', powers: ['READ', 'STOP'], categories: maskOf('SKILLS'), from: 1, to: 2, confirmed: true }],
    openings: [{ id: '7e57', reason: 'BREAK_GLASS', worker: 'isla', agency: 'fife-works', categories: maskOf('SKILLS'), from: 1, to: 2, toldFrom: 3 }],
  });
});

test('somebody without a row has no facts, and is readable', () => {
  expect(factsOf({})).toEqual({ person: 'p', unreadable: false, hold: null, grants: [], assignments: [], refusals: [], exclusions: [], authorities: [], openings: [] });
});

describe('a row that cannot be read makes its person unreadable, and nobody else', () => {
  test.each<[string, Partial<FactRows>]>([
    ['an unknown kind of an opening', { openings: [{ ...opening, kind: 'CURIOSITY' }] }],
    ['an opening of nobody', { openings: [{ ...opening, worker: null }] }],
    ['an opening without an end', { openings: [{ ...opening, ends: 'infinity' }] }],
    ['a category of an opening that nobody knows', { openings: [{ ...opening, categories: '-1' }] }],
    ['an unknown purpose of a grant', { grants: [{ ...grant, purpose: 'CURIOSITY' }] }],
    ['a grant without a purpose', { grants: [{ ...grant, purpose: null }] }],
    ['an unknown state', { grants: [{ ...grant, state: 'MAYBE' }] }],
    ['a category that is not in the register', { grants: [{ ...grant, categories: (1n << 40n).toString() }] }],
    ['the sign bit', { grants: [{ ...grant, categories: '-1' }] }],
    ['no categories', { grants: [{ ...grant, categories: null }] }],
    ['two recipients', { grants: [{ ...grant, worker: 'isla' }] }],
    ['no recipient', { grants: [{ ...grant, agency: null }] }],
    ['no sources', { grants: [{ ...grant, sources: null }] }],
    ['a source that is nothing', { grants: [{ ...grant, sources: [null] }] }],
    ['a first day that is none', { grants: [{ ...grant, data_from: '2026-02-30' }] }],
    ['a last day that is none', { grants: [{ ...grant, data_to: 'infinity' }] }],
    ['days that end before they begin', { grants: [{ ...grant, data_from: '2026-04-01' }] }],
    ['an unknown mode', { grants: [{ ...grant, mode: 'PRINT' }] }],
    ['no mode', { grants: [{ ...grant, mode: null }] }],
    ['a grant without an end', { grants: [{ ...grant, ends: null }] }],
    ['a first use that is no moment', { grants: [{ ...grant, used: 'Infinity' }] }],
    ['a grant for ever', { grants: [{ ...grant, ends: 'Infinity' }] }],
    ['an assignment for ever', { assignments: [{ ...assignment, ends: 'Infinity' }] }],
    ['an unknown purpose of an assignment', { assignments: [{ ...assignment, purposes: ['REFERRAL', 'CURIOSITY'] }] }],
    ['an assignment in no state', { assignments: [{ ...assignment, state: null }] }],
    ['an assignment to nobody', { assignments: [{ ...assignment, worker: null }] }],
    ['an unknown purpose of a refusal', { refusals: [{ ...refusal, purpose: 'CURIOSITY' }] }],
    ['a refusal of an unknown category', { refusals: [{ ...refusal, categories: (1n << 63n).toString() }] }],
    ['an exclusion of nobody', { exclusions: [{ ...exclusion, worker: null }] }],
    ['an authority of no known kind', { authorities: [{ ...authority, kind: 'FRIEND' }] }],
    ['an authority in no state', { authorities: [{ ...authority, state: null }] }],
    ['an authority of nobody', { authorities: [{ ...authority, representative: null }] }],
    ['an unknown power', { authorities: [{ ...authority, powers: ['READ', 'SIGN'] }] }],
    ['no powers', { authorities: [{ ...authority, powers: null }] }],
    ['an authority for an unknown category', { authorities: [{ ...authority, categories: (1n << 40n).toString() }] }],
    ['an authority whose begin is no moment', { authorities: [{ ...authority, starts: '-Infinity' }] }],
    ['a hold without an id', { holds: [{ ...hold, id: null }] }],
  ])('%s', (_, rows) => {
    const facts = parseFacts(['p', 'q'], rowsWith({ ...rows, grants: [...rows.grants ?? [], { ...grant, person: 'q' }] }));
    expect(facts.get('p')).toMatchObject({ unreadable: true });
    expect(facts.get('q')).toMatchObject({ unreadable: false, grants: [{}] });
  });
});

test('a row about somebody who was not asked for stops everything', () => {
  expect(() => parseFacts(['q'], rowsWith({ grants: [grant] }))).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
});

test('an account with a role that nobody knows has no roles that can be relied on', () => {
  expect(rolesIn(['KEY_WORKER', 'TEAM_LEAD'])).toEqual(['KEY_WORKER', 'TEAM_LEAD']);
  expect(rolesIn(['KEY_WORKER', 'WIZARD'])).toBeUndefined();
  expect(rolesIn(null)).toBeUndefined();
});
