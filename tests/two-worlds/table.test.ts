import { expect, test } from '@jest/globals';
import type { Part } from './proof/part.ts';
import { faultsIn, lastLine, lineOf, silentLine, timedLine } from './table.ts';
import type { TimedWorlds } from './timing/timeWorlds.ts';

const COUNTS = { coordinates: 5, arguments: 4, reasons: 3, pairs: 2 };
const part = (differences: readonly string[]): Part => ({ title: 'everything', comparisons: 10, differences });
const timed = (changed: Partial<TimedWorlds> = {}): TimedWorlds => ({ title: 'a record, none', calls: 4_000, medians: [1, 1.25], p: 0.5, sharpness: 0.0625, isControl: false, isTold: false, ...changed });

test('where nothing differs the last line says so, and what was asked', () => {
  expect(lastLine(COUNTS, [part([]), part([])], [timed(), timed()])).toBe('two worlds: 5 coordinates, 4 arguments, 3 reasons, 2 pairs, 20 comparisons, 8000 timed calls: 0 differences\n');
});

test.each([
  ['a difference', [part(['here'])], [timed()], 1],
  ['two differences of two parts', [part(['here']), part(['there'])], [], 2],
  ['worlds that their times tell apart', [part([])], [timed({ isTold: true })], 1],
  ['a control that is not told apart', [part([])], [timed({ isControl: true })], 1],
  ['a control that is told apart', [part([])], [timed({ isControl: true, isTold: true })], 0],
] as const)('%s counts', (_, parts, times, faults) => {
  expect(faultsIn(parts, times)).toBe(faults);
  expect(lastLine(COUNTS, parts, times)).toContain(`: ${faults} differences`);
});

test('of a part with many differences the first are told, and how many more there are', () => {
  const lines = lineOf(part(Array.from({ length: 12 }, (_, at) => `place ${at}`)), 7).split('\n');
  expect(lines[0]).toMatch(/everything +10 comparisons +12 differences +7 s/);
  expect(lines.slice(1)).toEqual([...Array.from({ length: 10 }, (_, at) => `    place ${at}`), '    and 2 more', '']);
});

test.each([
  [timed(), /2000 calls each {2}1\.000 ms and 1\.250 ms {2}p = 0\.500, would see 0\.06 ms: alike/],
  [timed({ p: 0.0001, isTold: true }), /p = 0\.000100, .*: TOLD APART/],
  [timed({ isControl: true }), /the measure is blind/],
  [timed({ isControl: true, isTold: true }), /told apart, as it must/],
])('a timed case says p and what it means', (one, says) => {
  expect(timedLine(one)).toMatch(says);
});

test('places without a record are counted by their types', () => {
  expect(silentLine(['Service.email', 'Service.fees', 'Referral.bundle'])).toMatch(/3 coordinates \(Service 2, Referral 1\)/);
});
