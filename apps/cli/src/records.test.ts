import { expect, test } from '@jest/globals';
import { day, holdersOf, linesOf } from './records.ts';

const texts = (value: unknown) => linesOf(value).map(({ depth, text }) => `${'  '.repeat(depth)}${text}`);

test.each<[string, unknown, string[]]>([
  ['a record', { title: 'Shop assistant', employer: 'A bakery', startedOn: '2011-11-01', endedOn: null }, ['Shop assistant · A bakery · started 1 November 2011']],
  ['a code', { kind: 'VOLUNTARY_THROUGHCARE', team: null }, ['Voluntary throughcare']],
  ['a programme, which is a name', [{ programme: 'FAIR_START_SCOTLAND' }, { programme: 'NOLB' }], ['Fair Start Scotland', 'No One Left Behind']],
  ['hours of a day', { day: 'TUESDAY', from: 540, to: 990 }, ['Tuesdays · from 09:00 · to 16:30']],
  ['a number that is no hour', { hoursLeft: 96 }, ['Hours left: 96']],
  ['yes and no', { noFixedAddress: true, benefitCheckDone: false }, ['No fixed address: yes · benefit check done: no']],
  ['an agency by its name', { worker: 'Niamh', role: 'CASE_MANAGER', agency: 'nhs-fife' }, ['Niamh · case manager · NHS Fife Health & Work']],
  ['a list within', { earlier: ['Ann', 'Nan'] }, ['Earlier Ann, Nan']],
  ['records within, further in', { title: 'A job', steps: [{ title: 'Write', status: 'MET' }] }, ['A job', '  Write · met']],
  ['records within one that says nothing itself', { controller: 'fife-works', goals: [{ title: 'A job' }] }, ['A job']],
  ['nothing', null, []],
  ['an empty list', [], []],
  ['a record of which nobody wrote anything down', { note: null, controller: 'fife-works', earlier: [] }, []],
])('%s is said in words', (_, value, lines) => {
  expect(texts(value)).toEqual(lines);
});

test('who holds records is said once for each agency', () => {
  expect(holdersOf([{ controller: 'fife-housing' }, { controller: 'glasgow-housing' }, { controller: 'fife-housing' }])).toEqual(['Fife Housing', 'Glasgow Housing']);
  expect(holdersOf(null)).toEqual([]);
});

test('a moment is told by the clocks in Scotland', () => {
  expect(day('2026-06-01T09:30:00.000Z')).toBe('1 June 2026 at 10:30');
});
