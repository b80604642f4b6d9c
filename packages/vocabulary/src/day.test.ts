import { expect, test } from '@jest/globals';
import { isDay } from './day.ts';

test.each([
  ['2026-11-22', true], ['2026-02-28', true], ['2026-02-29', false], ['2024-02-29', true], ['1900-02-29', false], ['2000-02-29', true], ['2026-04-30', true], ['2026-04-31', false], ['2026-12-31', true],
  ['2026-13-01', false], ['2026-00-10', false], ['2026-01-00', false], ['2026-01-32', false], ['0000-01-01', false], ['0001-01-01', true], ['26-01-01', false], ['2026-1-1', false], [' 2026-01-01', false],
  ['2026-01-01T00:00:00Z', false], ['', false], [20260101, false], [null, false], [undefined, false],
])('%p is a day: %p', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test('it agrees with the calendar of the machine on every day of five centuries', () => {
  const wrong = Array.from({ length: 183_000 }, (_, n) => new Date(Date.UTC(1700, 0, 1 + n)).toISOString().slice(0, 10)).filter((day) => !isDay(day));
  expect(wrong).toEqual([]);
});
