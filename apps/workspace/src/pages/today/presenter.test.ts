import { describe, expect, test } from '@jest/globals';
import type { SharingState } from '@thegither/vocabulary';
import type { LeavingPrisonQuery, TodayQuery } from '../../generated/operations.ts';
import { states } from '../caseload/testing/made.ts';
import { presentLeaving } from './leavingPresenter.ts';
import { presentToday, type Part } from './presenter.ts';

// Half past midnight in Scotland, and still the day before in UTC: today is 2 July.
const NOW = Date.parse('2026-07-01T23:30:00.000Z');

type Edge = TodayQuery['caseload']['edges'][number];
const somebody = (changed: Partial<NonNullable<Edge['person']>> = {}, id = '1', edge: Partial<Edge> = {}): Edge => ({
  ending: null, endsAt: null, person: { id, name: { knownAs: 'Tam' }, actionPlan: null, supportContacts: [], healthAppointments: [], asked: [], ...changed }, ...edge,
});
const asked = (changed: Partial<NonNullable<NonNullable<Edge['person']>['asked']>[number]>) => ({ id: 'r', since: '2026-06-30T10:00:00.000Z', state: 'OPEN' as const, categories: ['SKILLS', 'CONVICTIONS'], agreed: null, ...changed });
const pageInfo = { hasNextPage: false, endCursor: null };
const present = (edges: Edge[], otherwise: Readonly<Record<string, SharingState>> = {}) =>
  presentToday({ caseload: { edges, pageInfo } }, states(edges.flatMap(({ person }) => person?.id ?? []), otherwise), { after: null, now: NOW });
const part = (key: Part['key'], edges: Edge[]) => present(edges).parts.find((one) => one.key === key)!.entries.map(({ when, name, what }) => [when, name, what]);

const both = (nextOn: string, id: string) => somebody({ supportContacts: [{ nextOn, nextStep: null }], healthAppointments: [{ at: `${nextOn}T09:30:00.000Z` }] }, id);

describe('appointments', () => {
  test.each<[string, string | null]>([
    ['2026-07-01', null], ['2026-07-02', 'Today, 2 July 2026'], ['2026-07-03', 'Tomorrow, 3 July 2026'], ['2026-07-04', '4 July 2026'], ['2026-07-16', '16 July 2026'], ['2026-07-17', null],
  ])('a next step on %s: %s', (nextOn, when) => {
    expect(part('appointments', [somebody({ supportContacts: [{ nextOn, nextStep: 'Ring the school' }] })])).toEqual(when === null ? [] : [[when, 'Tam', 'Ring the school']]);
  });

  test.each<[string, string | null]>([
    ['2026-07-01T22:59:00.000Z', null], ['2026-07-01T23:00:00.000Z', 'Today, 2 July 2026, 00:00'], ['2026-07-02T23:00:00.000Z', 'Tomorrow, 3 July 2026, 00:00'], ['2026-07-16T22:59:00.000Z', '16 July 2026, 23:59'], ['2026-07-16T23:00:00.000Z', null],
  ])('a health appointment at %s: %s', (at, when) => {
    expect(part('appointments', [somebody({ healthAppointments: [{ at }] })])).toEqual(when === null ? [] : [[when, 'Tam', 'Health appointment']]);
  });

  test('the earliest stands first, whoever it is of', () => {
    expect(part('appointments', [both('2026-07-08', '1'), both('2026-07-04', '2')]).map(([when, , what]) => [when, what]))
      .toEqual([['4 July 2026', 'Next step'], ['4 July 2026, 10:30', 'Health appointment'], ['8 July 2026', 'Next step'], ['8 July 2026, 10:30', 'Health appointment']]);
  });
});

test.each<[string, string | null]>([['2025-07-01', 'Review overdue'], ['2026-07-01', 'Review overdue'], ['2026-07-02', 'Review due'], ['2026-07-16', 'Review due'], ['2026-07-17', null]])('a review on %s: %s', (reviewOn, what) => {
  expect(part('reviews', [somebody({ actionPlan: { reviewOn } })]).map((entry) => entry[2])).toEqual(what === null ? [] : [what]);
});

describe('requests', () => {
  test('those that wait, the longest first, however long', () => {
    expect(part('waiting', [somebody({ asked: [asked({}), asked({ since: '2026-01-02T10:00:00.000Z', categories: ['SKILLS'] }), asked({ state: 'CLOSED' })] })]))
      .toEqual([['2 January 2026', 'Tam', 'One topic asked for'], ['30 June 2026', 'Tam', '2 topics asked for']]);
  });

  test('those answered or closed of the last four weeks, the latest first; why nobody waits any more is not said', () => {
    expect(part('answered', [somebody({ asked: [
      asked({ state: 'CLOSED', since: '2026-06-03T23:30:00.000Z' }), asked({ state: 'AGREED', agreed: ['SKILLS'] }), asked({ state: 'AGREED', agreed: ['SKILLS'], since: '2026-06-03T22:30:00.000Z' }), asked({}),
    ] })])).toEqual([['30 June 2026', 'Tam', 'Yes to 1 of 2 topics'], ['4 June 2026', 'Tam', 'Closed. There is nothing to wait for.']]);
  });
});

test('support that is about to end, the soonest first', () => {
  expect(part('ending', [
    somebody({}, '1', { ending: 'WITHIN_14_DAYS', endsAt: '2026-07-12T09:00:00.000Z' }), somebody({}, '2', { ending: 'WITHIN_3_DAYS', endsAt: '2026-07-03T09:00:00.000Z' }), somebody({}, '3', { endsAt: '2026-12-01T09:00:00.000Z' }),
  ])).toEqual([['3 July 2026', 'Tam', 'Ends within three days'], ['12 July 2026', 'Tam', 'Ends within 14 days']]);
});

test.each<[string, Part['key'][]]>([['SUPPORT_RECEIVED', ['appointments']], ['HEALTH_APPOINTMENTS', ['appointments']], ['ACTION_PLAN', ['reviews']], ['NAME_AND_CONTACT', ['waiting', 'answered']]])('where %s did not come, %j say so and the rest stands', (category, keys) => {
  const { parts } = present([somebody()], { [category]: 'UNAVAILABLE' });
  expect(parts.filter(({ isDown }) => isDown).map(({ key }) => key)).toEqual(keys);
});

test('what is not shared is as what is not there', () => {
  const withheld = somebody({ name: null, actionPlan: null, supportContacts: null, healthAppointments: null, asked: null });
  expect(present([withheld], { ACTION_PLAN: 'NOT_SHARED', SUPPORT_RECEIVED: 'NOT_SHARED', HEALTH_APPOINTMENTS: 'NOT_SHARED' })).toEqual(present([somebody()]));
});

test('without anybody there are no parts to read; with more than two hundred there is a way on', () => {
  expect(present([somebody({}, '1', { person: null })]).hasNobody).toBe(true);
  expect(present([somebody()])).toMatchObject({ partOf: undefined, on: undefined, back: undefined });
});

test.each<[string, string | null, { hasNextPage: boolean; endCursor: string | null }, object]>([
  ['the first', null, { hasNextPage: true, endCursor: 'a_b' }, { on: '/?after=a_b', back: undefined }],
  ['one between', 'here', { hasNextPage: true, endCursor: 'a_b' }, { on: '/?after=a_b', back: '/' }],
  ['the last', 'here', { hasNextPage: false, endCursor: 'a_b' }, { on: undefined, back: '/' }],
])('of more than two hundred people, the page says how many it is about: %s', (_, after, pageInfo, ways) => {
  expect(presentToday({ caseload: { edges: [somebody(), somebody({}, '2'), { ...somebody(), person: null }], pageInfo } }, [], { after, now: NOW }))
    .toMatchObject({ partOf: 'You support more than 200 people. This page is about 2 of them.', ...ways });
});

type Leaver = LeavingPrisonQuery['caseload']['edges'][number];
const leaver = (id: string, knownAs: string | null, ...days: (string | null)[]): Leaver => ({ person: { id, name: knownAs === null ? null : { knownAs }, liberationPlans: days.map((leavesOn) => ({ leavesOn })) } });
const leaving = (...edges: Leaver[]) => presentLeaving({ caseload: { edges, pageInfo } }, [], NOW);

describe('leaving prison', () => {
  test.each<[string | null, string | null]>([['2026-07-01', null], ['2026-07-02', 'Today, 2 July 2026'], ['2026-08-13', '13 August 2026'], ['2026-08-14', null], [null, null]])('on %s: %s', (leavesOn, when) => {
    expect(leaving(leaver('1', 'Callum', leavesOn)).leaving).toEqual(when === null ? [] : [{ on: leavesOn, person: '1', href: '/people/1', name: 'Callum', when }]);
  });

  test('by the day, and of two plans the next day', () => {
    expect(leaving(leaver('1', 'Later', '2026-08-01'), leaver('2', null, '2026-08-02', '2026-07-20', '2026-06-01')).leaving.map(({ name, when }) => [name, when]))
      .toEqual([['Somebody whose name is not shared with you', '20 July 2026'], ['Later', '1 August 2026']]);
  });

  test('whose plans are not shared is not here', () => {
    expect(leaving({ person: { id: '1', name: { knownAs: 'Callum' }, liberationPlans: null } }, { person: null }).leaving).toEqual([]);
  });
});
