import { expect, test } from '@jest/globals';
import { keepAtMost } from './keepAtMost.ts';

test('what was made is kept, and beyond the bound the oldest is forgotten', () => {
  const made: string[] = [];
  const kept = keepAtMost(2, (key) => { made.push(key); return { key }; });
  expect(kept('a')).toBe(kept('a'));
  for (const key of ['b', 'a', 'c', 'b', 'a']) expect(kept(key)).toEqual({ key });
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
