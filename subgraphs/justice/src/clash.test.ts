import { describe, expect, test } from '@jest/globals';
import { clashes, type LimitTimes } from './clash.ts';

const TODAY = '2026-11-22';
/** Tuesdays, nine to four: what a test changes one fact of. */
const limit = (changed: Partial<LimitTimes> = {}): LimitTimes => ({ day: 'TUESDAY', from: 540, to: 960, until: null, ...changed });
const shift = (day: 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'SUNDAY', from: number, to: number) => ({ day, from, to });
const on = (day: string): Date => new Date(`${day}T00:00:00Z`);

describe('a shift against a limit', () => {
  test.each<[string, LimitTimes, ReturnType<typeof shift>, boolean]>([
    ['the same hours', limit(), shift('TUESDAY', 540, 960), true],
    ['inside', limit(), shift('TUESDAY', 600, 660), true],
    ['around', limit(), shift('TUESDAY', 0, 1440), true],
    ['over its beginning', limit(), shift('TUESDAY', 480, 541), true],
    ['over its end', limit(), shift('TUESDAY', 959, 1020), true],
    ['ending as it begins', limit(), shift('TUESDAY', 480, 540), false],
    ['beginning as it ends', limit(), shift('TUESDAY', 960, 1080), false],
    ['on another day', limit(), shift('WEDNESDAY', 540, 960), false],
    ['a limit of every day', limit({ day: null }), shift('SUNDAY', 600, 660), true],
    ['a limit of the whole day', limit({ from: null, to: null }), shift('TUESDAY', 0, 30), true],
    ['a limit from an hour on', limit({ to: null }), shift('TUESDAY', 1380, 1440), true],
    ['a limit until an hour', limit({ from: null }), shift('TUESDAY', 0, 30), true],
    ['a limit of a place alone', limit({ day: null, from: null, to: null }), shift('TUESDAY', 540, 960), false],
    ['a night shift into the limit\'s day', limit({ from: 0, to: 420 }), shift('MONDAY', 1320, 360), true],
    ['a night shift that ends before it', limit({ from: 420, to: 540 }), shift('MONDAY', 1320, 360), false],
    ['a limit that goes on past midnight', limit({ from: 1200, to: 360 }), shift('WEDNESDAY', 300, 700), true],
    ['Sunday night into Monday', limit({ day: 'MONDAY', from: 0, to: 420 }), shift('SUNDAY', 1320, 360), true],
    ['a limit of Sunday night, a shift on Monday', limit({ day: 'SUNDAY', from: 1320, to: 360 }), shift('MONDAY', 300, 700), true],
  ])('%s', (_title, one, offered, expected) => {
    expect(clashes([one], offered, TODAY)).toBe(expected);
  });

  test.each([
    ['2026-11-21', false],
    ['2026-11-22', true],
    ['2026-11-23', true],
  ])('a limit until %s, on 2026-11-22: %s', (until, expected) => {
    expect(clashes([limit({ until: on(until) })], shift('TUESDAY', 540, 960), TODAY)).toBe(expected);
  });

  test('any one of several limits is enough, and none is none', () => {
    expect(clashes([limit({ day: 'MONDAY' }), limit()], shift('TUESDAY', 600, 660), TODAY)).toBe(true);
    expect(clashes([], shift('TUESDAY', 600, 660), TODAY)).toBe(false);
  });
});

test.each([[-1, 60], [0, 1441], [60, 60], [1.5, 60]])('a shift from %p to %p is refused, whatever the limits', (from, to) => {
  for (const limits of [[], [limit()]]) {
    expect(() => clashes(limits, shift('TUESDAY', from, to), TODAY)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  }
});
