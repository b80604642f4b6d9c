import { expect, test } from '@jest/globals';
import { clockOf, daysAfter, scottishDay } from './days.ts';

test.each([
  ['2026-07-01T22:59:59.000Z', '2026-07-01', '23:59'], ['2026-07-01T23:00:00.000Z', '2026-07-02', '00:00'], ['2026-11-22T23:59:59.000Z', '2026-11-22', '23:59'], ['2026-11-23T00:00:00.000Z', '2026-11-23', '00:00'],
])('%s is %s, %s in Scotland', (moment, day, clock) => {
  expect([scottishDay(moment), scottishDay(Date.parse(moment)), clockOf(moment)]).toEqual([day, day, clock]);
});

test.each([
  ['2026-11-22', 0, '2026-11-22'], ['2026-11-22', 14, '2026-12-06'], ['2026-12-31', 1, '2027-01-01'], ['2028-02-28', 1, '2028-02-29'], ['2026-03-28', 2, '2026-03-30'], ['2026-10-24', 2, '2026-10-26'], ['2026-01-01', -1, '2025-12-31'],
])('%s and %i days is %s', (day, count, later) => {
  expect(daysAfter(day, count)).toBe(later);
});
