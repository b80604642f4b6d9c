import { expect, test } from '@jest/globals';
import { isNationalInsuranceNumber, unrealNationalInsuranceNumber } from './nationalInsurance.ts';

// No whole number that could be somebody's stands in a file: prefix, digits and suffix are put together here.
test.each([
  ['AB', 'C', true, 'an ordinary prefix'],
  ['AB', 'E', false, 'no suffix after D'],
  ['ab', 'C', false, 'small letters'],
  ['QQ', 'C', false, 'Q is in no prefix'],
  ['DA', 'A', false, 'D is never first'],
  ['AO', 'A', false, 'O is never second'],
  ['OA', 'A', true, 'O may be first'],
  ['GB', 'A', false, 'one of the seven that are not used'],
  ['ZZ', 'A', false, 'another of them'],
  ['A', 'A', false, 'one letter'],
])('prefix %s and suffix %s: %s, %s', (prefix, suffix, expected, _why) => {
  expect(isNationalInsuranceNumber(`${prefix}${'1'.repeat(6)}${suffix}`)).toBe(expected);
});

test.each([0, 7, 999_999, 1_000_000])('an unreal number from %i has the form, and the prefix that is never given out', (from) => {
  expect(unrealNationalInsuranceNumber(from)).toMatch(/^QQ\d{6}[A-D]$/);
  expect(isNationalInsuranceNumber(unrealNationalInsuranceNumber(from))).toBe(false);
});
