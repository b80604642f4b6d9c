import { expect, test } from '@jest/globals';
import { randomPieces } from './randomPieces.ts';

test('each piece is of the size, by chance, and handed out once, over many draws', () => {
  const next = randomPieces(12, 4);
  const pieces = Array.from({ length: 41 }, () => next().toString('hex'));
  expect(new Set(pieces.map((piece) => piece.length))).toEqual(new Set([24]));
  expect(new Set(pieces).size).toBe(41);
  expect(pieces).not.toContain('0'.repeat(24));
});

test('a piece that was handed out stays as it is', () => {
  const next = randomPieces(12, 2);
  const first = next(), before = Buffer.from(first);
  for (let n = 0; n < 20; n++) next();
  expect(first).toEqual(before);
});

test('no two makers share a piece', () => {
  const [one, other] = [randomPieces(12), randomPieces(12)];
  expect(one()).not.toEqual(other());
});
