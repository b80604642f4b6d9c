import { expect, test } from '@jest/globals';
import { readDay } from './readDay.ts';

test.each([
  ['2026-11-22', '2026-11-22'], ['22/11/2026', '2026-11-22'], ['2.1.2027', '2027-01-02'], ['1 12 2026', '2026-12-01'],
  ['', undefined], ['2026-02-29', undefined], ['31/04/2026', undefined], ['11/22/2026', undefined], ['tomorrow', undefined], ['22/11/26', undefined],
])('%s is read as %s', (text, day) => {
  expect(readDay(text)).toBe(day);
});
