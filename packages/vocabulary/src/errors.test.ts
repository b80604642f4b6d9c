import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ERRORS, HouseError } from './errors.ts';

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');

test('docs/errors.md lists every code with its status and meaning, in the order of the list, and no other', () => {
  const rows = page.split('\n').map((line) => /^\| `(\w+)` \| (\d+) \| (.*) \|$/.exec(line)).filter((row) => row !== null);
  expect(rows.map(([, code, status, meaning]) => [code, Number(status), meaning])).toEqual(Object.entries(ERRORS).map(([code, { status, meaning }]) => [code, status, meaning]));
});

test('no meaning tells a worker that a person exists, is excluded or is not assigned', () => {
  expect(ERRORS.UNKNOWN_PERSON.meaning).toContain('The same answer');
});

test('an error says the code\'s meaning unless it is told more, and keeps its cause', () => {
  const cause = new Error('connection refused');
  const plain = new HouseError('DECISIONS_UNAVAILABLE', undefined, { cause }), told = new HouseError('CONFIGURATION', 'DATABASE_URL is missing');
  expect([plain.message, plain.cause, plain.code, plain.name]).toEqual([ERRORS.DECISIONS_UNAVAILABLE.meaning, cause, 'DECISIONS_UNAVAILABLE', 'HouseError']);
  expect([told.message, told instanceof Error]).toEqual(['DATABASE_URL is missing', true]);
});
