import { expect, test } from '@jest/globals';
import { createRecent } from './recent.ts';

test('what was used last stays, and what was not goes when there is too much', () => {
  const recent = createRecent<number>(10);
  recent.set('a', 1, 4);
  recent.set('b', 2, 4);
  recent.get('a');
  recent.set('c', 3, 4);
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([1, undefined, 3]);
  expect(recent.values()).toEqual([3, 1]);
});

test('one large thing takes the place of several small ones', () => {
  const recent = createRecent<number>(10);
  for (const key of ['a', 'b', 'c']) recent.set(key, 1, 3);
  recent.set('large', 2, 9);
  expect(recent.values()).toEqual([2]);
});

test('what is too large by itself is not kept, and takes its former self away', () => {
  const recent = createRecent<number>(10);
  recent.set('a', 1, 3);
  recent.set('a', 2, 11);
  expect([recent.get('a'), recent.values()]).toEqual([undefined, []]);
});

test('what is set again or deleted does not count twice', () => {
  const recent = createRecent<number>(10);
  for (let times = 0; times < 5; times++) recent.set('a', times, 5);
  recent.set('b', 9, 5);
  expect([recent.delete('a'), recent.delete('a')]).toEqual([true, false]);
  recent.set('c', 8, 5);
  expect(recent.values()).toEqual([8, 9]);
});
