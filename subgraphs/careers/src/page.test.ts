import { describe, expect, test } from '@jest/globals';
import { pageOf, readPlace, readSize, readText } from './page.ts';

const INVALID = expect.objectContaining({ code: 'INVALID_INPUT' });

describe('what is asked of a page', () => {
  test.each([[undefined, 50], [null, 50], [1, 1], [100, 100]])('%p unit groups are %i', (first, size) => {
    expect(readSize(first)).toBe(size);
  });

  test.each([[undefined, undefined], [null, undefined], ['9263', '9263']])('after %p is after %p', (after, place) => {
    expect(readPlace(after)).toBe(place);
  });

  test.each([
    ['a page of none', () => readSize(0)], ['one of too many', () => readSize(101)], ['a place that is no number', () => readPlace("9263' OR 1")], ['text that cannot be stored', () => readText('a\0b')],
  ])('%s is refused', (_what, read) => {
    expect(read).toThrow(INVALID);
  });
});

const rows = ['1111', '1112', '1121'].map((soc) => ({ soc }));

test.each([
  [1, ['1111'], '1111'],
  [2, ['1111', '1112'], '1112'],
  [3, ['1111', '1112', '1121'], null],
  [4, ['1111', '1112', '1121'], null],
])('a page of %i has %j and goes on after %p', (size, shown, next) => {
  expect(pageOf(rows.slice(0, size + 1), size)).toEqual({ unitGroups: shown.map((soc) => ({ soc })), next });
});

test('nothing found is one page, and the last', () => {
  expect(pageOf([], 50)).toEqual({ unitGroups: [], next: null });
});
