import { expect, test } from '@jest/globals';
import { type Limit, together } from './limit.ts';

test('parts of other services on the same day stay two parts, however their names run together', () => {
  const parts: Limit[] = [{ sources: ['fife', 'works'], from: '2026-03-01' }, { sources: ['fifeworks'], from: '2026-03-01' }];
  expect(together(parts)).toEqual(parts);
});

test('of any day before comes before what has a first day, and every service before one by its name', () => {
  const until: Limit = { to: '2026-03-31' }, from: Limit = { from: '2026-03-01' }, fromOne: Limit = { sources: ['A1'], from: '2026-03-01' };
  expect(together([fromOne, from, until])).toEqual([until, from, fromOne]);
});
