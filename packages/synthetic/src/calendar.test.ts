import { describe, expect, test } from '@jest/globals';
import { DAY_MS, dayAfter, dayOf } from './calendar.ts';

describe('days', () => {
  test.each([
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-11-22', 42, '2027-01-03'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-03-01', -1, '2000-02-29'],
    ['1970-01-01', -1, '1969-12-31'],
  ])('%s and %i days are %s', (today, days, then) => {
    expect(dayAfter(today, days)).toBe(then);
  });

  test('every day of a century agrees with the platform calendar', () => {
    const days = Array.from({ length: 36_525 }, (_, day) => day);
    const wrong = days.filter((day) => dayOf(day * DAY_MS + 1) !== new Date(day * DAY_MS).toISOString().slice(0, 10) || dayAfter('1970-01-01', day) !== dayOf(day * DAY_MS));
    expect(wrong).toEqual([]);
  });

  test.each(['', '22.11.2026', '2026-11-22T00:00', '2026-1-2'])('"%s" is not a day', (today) => {
    expect(() => dayAfter(today, 1)).toThrow(RangeError);
  });
});
