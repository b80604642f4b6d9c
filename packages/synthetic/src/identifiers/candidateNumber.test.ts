import { describe, expect, test } from '@jest/globals';
import { CANDIDATE_NUMBER, candidateNumberAt, unrealCandidateNumber } from './candidateNumber.ts';

const { checkDigitOf, isProvablyUnreal, isWhole } = CANDIDATE_NUMBER;

describe('the check digit', () => {
  // worked out by hand from the weights 3 2 7 6 5 4 3 2
  test.each([
    ['00000000', 0, 'a sum of 0 leaves no remainder'],
    ['00000001', 9, '2 from 11'],
    ['10000000', 8, '3 from 11'],
    ['01000000', 9, '2 from 11'],
    ['00100000', 4, '7 from 11'],
    ['00010000', 5, '6 from 11'],
    ['00001000', 6, '5 from 11'],
    ['00000100', 7, '4 from 11'],
    ['00000010', 8, '3 from 11'],
    ['11111111', 1, 'a sum of 32 leaves 10'],
    ['00000006', undefined, 'a sum of 12 leaves 1: the check would be 10'],
    ['40000000', undefined, 'a sum of 12 leaves 1: the check would be 10'],
  ])('of %s is %s: %s', (stem, check, _why) => {
    expect(checkDigitOf(stem)).toBe(check);
    expect(isProvablyUnreal(stem)).toBe(check === undefined);
  });

  test.each(['', '1234567', '123456789', '1234567a', ' 1234567', '١٢٣٤٥٦٧٨'])('of "%s" there is none: it is not eight digits', (stem) => {
    expect(() => checkDigitOf(stem)).toThrow(RangeError);
    expect(() => isProvablyUnreal(stem)).toThrow(RangeError);
  });
});

test.each([
  ['000000000', true, 'leading zeros are kept'],
  ['111111111', true, 'the check digit fits'],
  ['111111112', false, 'it does not'],
  ['000000060', false, 'no check digit fits that stem'],
  ['11111111', false, 'a digit is missing'],
  ['0111111111', false, 'there is a digit too many'],
  ['11111111X', false, 'that is no digit'],
])('"%s" as a candidate number: %s, because %s', (text, expected, _why) => {
  expect(isWhole(text)).toBe(expected);
});

describe('an unreal number', () => {
  test('is made from one stem in eleven, and with no last digit is it a number', () => {
    const stems = Array.from({ length: 110_000 }, (_, at) => String(23_000_000 + at));
    const unreal = stems.filter(isProvablyUnreal);
    expect(Math.round((1000 * unreal.length) / stems.length)).toBe(91);
    for (const stem of unreal.slice(0, 50)) for (const last of '0123456789') expect(isWhole(`${stem}${last}`)).toBe(false);
  });

  test.each([[0, '000000060'], [6, '000000060'], [7, '000000230'], [100_000_006, '000000060']])('from %i on is %s', (from, number) => {
    expect(unrealCandidateNumber(from)).toBe(number);
  });

  test('is found from everywhere, the end included', () => {
    for (const from of [1, 12_345_678, 99_999_990, 99_999_999]) expect(isProvablyUnreal(unrealCandidateNumber(from).slice(0, 8))).toBe(true);
  });
});

describe('the number of a generated person', () => {
  const PLACES = 50_000;
  const numbersOf = (seed: number): (string | undefined)[] => Array.from({ length: PLACES }, (_, place) => candidateNumberAt(seed, place));

  test('is unreal, and another for each of fifty thousand of one seed and of the next', () => {
    const all = [...numbersOf(7), ...numbersOf(8)];
    expect(new Set(all).size).toBe(2 * PLACES);
    for (const number of all) expect(isProvablyUnreal(number!.slice(0, 8))).toBe(true);
  });

  test('is none of a demo person\'s, whose years come before', () => {
    for (const place of [0, 1, 3_304_346]) expect(Number(candidateNumberAt(0, place)!.slice(0, 2))).toBeGreaterThanOrEqual(24);
  });

  test('is none where there are no more', () => expect(candidateNumberAt(7, 3_304_347)).toBeUndefined());

  test('no twenty-three stems that follow each other are all real', () => {
    for (let from = 23_999_990; from < 24_200_000; from += 1) expect(Number(unrealCandidateNumber(from).slice(0, 8)) - from).toBeLessThan(23);
  });
});
