import { expect, test } from '@jest/globals';
import { nextFirst } from './nextFirst.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const HOUR = 3_600_000;
const at = (...hours: number[]) => hours.map((hour) => ({ at: new Date(NOW + hour * HOUR) }));

test.each([
  [[], []],
  [[30, 2, 7], [2, 7, 30]],
  [[-30, -2, -7], [-2, -7, -30]],
  [[-1, 5, -9, 1], [1, 5, -1, -9]],
  [[-1, 0, 1], [0, 1, -1]],
])('appointments in %j hours are shown as %j', (hours, shown) => {
  expect(nextFirst(at(...hours), NOW)).toEqual(at(...shown));
});
