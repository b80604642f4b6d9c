import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createCursors } from './cursors.ts';
import { codeOf, personBehind } from './representativeCode.ts';

const cursors = createCursors(randomBytes(32)), NOW = 1_800_000_000_000, DAY = 86_400_000;
const { code, until } = codeOf(cursors, 'callum', NOW);

test('a code is of whoever passed it on, for fourteen days', () => {
  expect(until).toEqual(new Date(NOW + 14 * DAY));
  expect([personBehind(cursors, code, NOW), personBehind(cursors, code, NOW + 14 * DAY - 1)]).toEqual(['callum', 'callum']);
});

test('two codes of one person have nothing in common, and neither names them', () => {
  const other = codeOf(cursors, 'callum', NOW).code;
  expect(other).not.toBe(code);
  expect([code, other].some((one) => Buffer.from(one, 'base64url').includes('callum'))).toBe(false);
});

test.each([
  ['too old', cursors, code, NOW + 14 * DAY], ['altered', cursors, `${code.slice(0, -2)}AA`, NOW], ['of another house', createCursors(randomBytes(32)), code, NOW], ['no code', cursors, 'callum', NOW],
  ['a place in a list', cursors, cursors.seal({ person: 'callum', until: NOW + DAY }, ['caseload']), NOW], ['something else that was sealed', cursors, cursors.seal('callum', ['representative']), NOW],
  ['without a moment', cursors, cursors.seal({ person: 'callum', until: null }, ['representative']), NOW],
])('a code that is %s is refused, in the same words', (_, by, text, now) => {
  expect(() => personBehind(by, text, now)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', message: 'That code is none, or is older than fourteen days. Ask for a new one.' }));
});
