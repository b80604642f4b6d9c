import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createCursors } from './cursors.ts';

const cursors = createCursors(randomBytes(32));
const owner = ['caseload', 'worker', 'isla', 'fife-works'];
const place = { from: 1_800_000_000_000, person: 'somebody' };
const REFUSED = expect.objectContaining({ code: 'INVALID_INPUT' });

test('a cursor opens for its owner and is the place that it was made for', () => {
  expect(cursors.open(cursors.seal(place, owner), owner)).toEqual(place);
});

test('a cursor tells nothing: neither the place nor whether two places are one', () => {
  const [one, two] = [cursors.seal(place, owner), cursors.seal(place, owner)];
  expect(one).not.toBe(two);
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('somebody');
});

test.each([
  ['another worker', ['caseload', 'worker', 'ewan', 'fife-works']],
  ['the same account at another agency', ['caseload', 'worker', 'isla', 'fife-housing']],
  ['another list', ['disclosures', 'worker', 'isla', 'fife-works']],
  ['names that run together into the same letters', ['caseload', 'worker', 'isl', 'afife-works']],
])('a cursor of %s is refused', (_, other) => {
  expect(() => cursors.open(cursors.seal(place, owner), other)).toThrow(REFUSED);
});

test('a cursor of another key is refused', () => {
  expect(() => createCursors(randomBytes(32)).open(cursors.seal(place, owner), owner)).toThrow(REFUSED);
});

describe('an altered cursor is refused', () => {
  test('in every byte: nonce, text and tag', () => {
    const bytes = Buffer.from(cursors.seal(place, owner), 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const altered = Buffer.from(bytes);
      altered[index] = altered[index]! ^ 1;
      expect(() => cursors.open(altered.toString('base64url'), owner)).toThrow(REFUSED);
    }
  });

  test.each(['', 'AAAA', 'not a cursor', '%%%', '{"person":"somebody"}'])('as %j', (text) => {
    expect(() => cursors.open(text, owner)).toThrow(REFUSED);
  });

  test('by padding, another alphabet or a cut end', () => {
    const cursor = cursors.seal(place, owner);
    for (const text of [`${cursor}=`, ` ${cursor}`, `${cursor}!`, cursor.slice(0, -1)]) expect(() => cursors.open(text, owner)).toThrow(REFUSED);
  });
});
