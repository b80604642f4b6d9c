import { expect, test } from '@jest/globals';
import type { CouldLook } from './couldLook.ts';
import { foldCouldLook, type Staff } from './foldCouldLook.ts';
import { worker } from './testing/build.ts';

const line = (who: string, change: Partial<CouldLook> = {}): CouldLook => ({
  worker: who, category: 'SKILLS', purpose: 'EMPLOYABILITY_SUPPORT', reason: 'AGREED', grants: ['g-1'], until: null, ...change,
});

/** Isla and Rory in the east, Eilidh in the west, and nobody else in Fife Works; Ewan alone in his team and his agency. */
const STAFF: Staff = {
  workers: [
    worker({ worker: 'isla', team: 'east' }), worker({ worker: 'rory', team: 'east' }), worker({ worker: 'eilidh', team: 'west' }), worker({ worker: 'ewan', agency: 'fife-housing', team: 'options' }),
  ],
  teams: new Map([['east', 2], ['west', 1], ['options', 1]]), agencies: new Map([['fife-works', 3], ['fife-housing', 1]]),
};

const whoIn = (lines: readonly CouldLook[], staff = STAFF): unknown[] => foldCouldLook(lines, staff).map(({ who }) => Object.values(who).at(-1));

test.each<[string, readonly CouldLook[], Staff, unknown]>([
  ['all of a team are the team', [line('isla'), line('rory')], STAFF, ['east']],
  ['all of an agency are the agency', [line('isla'), line('rory'), line('eilidh')], STAFF, ['fife-works']],
  ['an only worker of a team and an agency is called by name', [line('ewan')], STAFF, ['ewan']],
  ['a team, and of another team one', [line('isla'), line('rory'), line('eilidh')], { ...STAFF, agencies: new Map([['fife-works', 4]]) }, ['east', 'eilidh']],
  ['with one more account in the team each has a line', [line('isla'), line('rory')], { ...STAFF, teams: new Map([['east', 3]]) }, ['isla', 'rory']],
  ['with another end each has a line', [line('isla'), line('rory', { until: 1 })], STAFF, ['isla', 'rory']],
  ['with another grant each has a line', [line('isla'), line('rory', { grants: ['g-2'] })], STAFF, ['isla', 'rory']],
  ['with another reason each has a line', [line('isla'), line('rory', { reason: 'OWN_RECORD', grants: [] })], STAFF, ['isla', 'rory']],
  ['with another purpose each has a line', [line('isla'), line('rory', { purpose: 'REFERRAL' })], STAFF, ['isla', 'rory']],
  ['workers without a team are no team', [line('isla'), line('rory')], { ...STAFF, workers: ['isla', 'rory'].map((one) => worker({ worker: one, team: null })), agencies: new Map() }, ['isla', 'rory']],
  ['nobody is nobody', [], STAFF, []],
])('%s', (_, lines, staff, expected) => {
  expect(whoIn(lines, staff)).toEqual(expected);
});

test('lines stand in the order of the register and of the purposes', () => {
  const lines = [line('isla', { category: 'WORK_HISTORY' }), line('isla', { purpose: 'REFERRAL' }), line('isla'), line('isla', { category: 'NAME_AND_CONTACT', purpose: 'AUDIT' })];
  expect(foldCouldLook(lines, STAFF).map(({ category, purpose }) => `${category} ${purpose}`)).toEqual([
    'NAME_AND_CONTACT AUDIT', 'SKILLS EMPLOYABILITY_SUPPORT', 'SKILLS REFERRAL', 'WORK_HISTORY EMPLOYABILITY_SUPPORT',
  ]);
});
