import { expect, test } from '@jest/globals';
import { unrealChi } from './chi.ts';

/** The weighted sum of all ten digits, as a checker sums them: a real number's is a multiple of eleven. */
const sumOf = (chi: string): number => chi.split('').reduce((all, digit, place) => all + Number(digit) * (10 - place), 0);

test.each([['1992-05-14', 0], ['2001-02-28', 500], ['1960-12-31', 999], ['1960-12-31', 1_000_999]])('a number of %s from %s has that day, and no tenth digit makes it real', (born, from) => {
  const chi = unrealChi(born, from);
  const [year, month, day] = born.split('-');
  expect(chi).toMatch(new RegExp(`^${day}${month}${year!.slice(2)}\\d{3}0$`));
  for (let tenth = 0; tenth < 10; tenth += 1) expect(sumOf(`${chi.slice(0, 9)}${tenth}`) % 11).not.toBe(0);
});

test('it is the first at or after that place, and goes round at the end', () => {
  expect(Number(unrealChi('1992-05-14', 20).slice(6, 9))).toBeGreaterThanOrEqual(20);
  expect(unrealChi('1992-05-14', 999)).toBe(unrealChi('1992-05-14', 0));
  expect(unrealChi('1992-05-14', 1020)).toBe(unrealChi('1992-05-14', 20));
});
