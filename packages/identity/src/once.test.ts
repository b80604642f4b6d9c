import { expect, test } from '@jest/globals';
import { createOnce } from './once.ts';

const refused = expect.objectContaining({ code: 'DECISION_REFUSED' });

test('a decision is spent once', () => {
  const once = createOnce({ now: () => 0 });
  once.spend('a', 60);
  once.spend('b', 60);
  expect(() => once.spend('a', 60)).toThrow(refused);
});

test('it stays spent for as long as a clock that is behind would take it', () => {
  let now = 0;
  const once = createOnce({ now: () => now, limit: 1 });
  once.spend('a', 60);
  now = 69_999;
  expect(() => once.spend('a', 60)).toThrow(refused);
});

test('a full memory refuses rather than forget what is still valid, and frees itself of what has expired', () => {
  let now = 0;
  const once = createOnce({ now: () => now, limit: 2 });
  once.spend('a', 60);
  once.spend('b', 120);
  expect(() => once.spend('c', 60)).toThrow(refused);
  now = 70_000;
  once.spend('c', 160);
  expect(() => once.spend('b', 120)).toThrow(refused);
});
