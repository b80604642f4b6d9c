import { describe, expect, test } from '@jest/globals';
import { CHI, PERSONAS, caseloadOf, unrealChi } from '@thegither/synthetic';
import { parseChi, registeredAs, type Chi } from './chi.ts';

const { checkDigitOf, isProvablyUnreal } = CHI;

// No whole number that could be somebody's stands in a file: stem and check digit are put together here.
const number = (stem: string): string => `${stem}${checkDigitOf(stem)}`;

describe('the check digit', () => {
  // The first is the sample of Public Health Scotland's own checker; the others are easily worked out by hand.
  test.each([
    ['010101123', 7],
    ['000000000', 0],
    ['999999999', 9],
    ['100000000', 1],
    ['010000000', 2],
    ['000000001', 9],
    ['000000004', 3],
    ['000000013', 2],
    ['000000033', 7],
    ['000000101', 5],
  ])('of %s is %s', (stem, digit) => {
    expect(checkDigitOf(stem)).toBe(digit);
  });

  test.each(['000000006', '010190004', '140592022'])('of %s does not exist: nobody can have such a number', (stem) => {
    expect(checkDigitOf(stem)).toBeUndefined();
    expect(isProvablyUnreal(stem)).toBe(true);
    for (let tenth = 0; tenth < 10; tenth += 1) expect(parseChi(`${stem}${tenth}`)).toBeUndefined();
  });

  test.each(['', '12345678', '1234567890', '12345678x', ' 12345678'])('of %j is not asked for', (stem) => {
    expect(() => checkDigitOf(stem)).toThrow(RangeError);
  });

  test('is missing for about one stem in eleven', () => {
    const stems = Array.from({ length: 11_000 }, (_, index) => String(10_190_000 + index).padStart(9, '0'));
    expect(Math.abs(stems.filter(isProvablyUnreal).length - 1000)).toBeLessThan(5);
  });
});

describe('reading a number', () => {
  test.each([
    ['an ordinary day', '150674123', true],
    ['with a leading zero', '010101123', true],
    ['29 February of a leap year', '290204120', true],
    ['29 February of another year', '290203120', false],
    ['31 December', '311299120', true],
    ['31 April', '310499120', false],
    ['a thirteenth month', '011399120', false],
    ['a month of zero', '010099120', false],
    ['a day of zero', '000199120', false],
  ])('%s', (_title, stem, expected) => {
    expect(checkDigitOf(stem)).toBeDefined();
    expect(parseChi(number(stem))).toBe(expected ? number(stem) : undefined);
  });

  test('any other tenth digit is refused', () => {
    const right = checkDigitOf('150674123');
    for (let tenth = 0; tenth < 10; tenth += 1) expect(parseChi(`150674123${tenth}`) !== undefined).toBe(tenth === right);
  });

  test.each([undefined, null, 101_011_237, '', '150674', `${number('150674123')}0`, ` ${number('150674123')}`, '150674 123', '１５０６７４１２３０'])('%j is no number', (value) => {
    expect(parseChi(value)).toBeUndefined();
  });

  test.each([['150674120', 'FEMALE'], ['150674121', 'MALE'], ['150674128', 'FEMALE'], ['150674129', 'MALE']] as const)('a ninth digit of %s: registered as %s', (stem, expected) => {
    const chi = parseChi(number(stem));
    expect(chi && registeredAs(chi satisfies Chi)).toBe(expected);
  });
});

test('every number in the stories is ten digits that can belong to nobody', () => {
  const numbers = [...PERSONAS, ...caseloadOf(200, 1)].flatMap(({ story }) => story('2026-11-22').healthAndWork.cases.flatMap(({ chi }) => chi ?? []));
  expect(numbers.length).toBeGreaterThan(50);
  expect(unrealChi('1992-05-14', 999)).toMatch(/^140592/);
  for (const chi of numbers) {
    expect(chi).toMatch(/^\d{10}$/);
    expect(isProvablyUnreal(chi.slice(0, 9))).toBe(true);
  }
});
