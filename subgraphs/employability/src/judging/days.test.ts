import { describe, expect, test } from '@jest/globals';
import { dayAt, daysAfter, daysBetween, earlier, monthsAfter } from './days.ts';

const day = (text: string) => new Date(text);
const text = (date: Date) => date.toISOString().slice(0, 10);

describe('months later', () => {
  test.each([['2026-01-15', 1, '2026-02-15'], ['2026-01-31', 1, '2026-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2026-11-30', 3, '2027-02-28'], ['2026-08-31', 12, '2027-08-31']])(
    '%s and %i months is %s', (from, months, to) => expect(text(monthsAfter(day(from), months))).toBe(to));
});

test('a moment is of its day in UTC', () => {
  expect([dayAt(Date.UTC(2026, 10, 22, 23, 59)), dayAt(Date.UTC(2026, 10, 22))].map(text)).toEqual(['2026-11-22', '2026-11-22']);
});

test('days are counted over the end of a month, a year and summer time', () => {
  expect(text(daysAfter(day('2026-12-31'), 1))).toBe('2027-01-01');
  expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
  expect(daysBetween(day('2026-03-30'), day('2026-03-28'))).toBe(-2);
});

test('an end that is open is never earlier', () => {
  expect(text(earlier(day('2026-11-22'), null))).toBe('2026-11-22');
  expect(text(earlier(day('2026-11-22'), day('2026-11-21')))).toBe('2026-11-21');
});
