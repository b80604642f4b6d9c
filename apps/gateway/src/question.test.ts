import { expect, test } from '@jest/globals';
import { readOperationName } from './question.ts';

test.each([undefined, '', 'Look', 'L'.repeat(200)])('an operation may be named %s', (name) => expect(readOperationName(name)).toBe(name));

test('a name that the record cannot hold is refused, and not repeated', () => {
  expect(() => readOperationName('L'.repeat(201))).toThrow(expect.objectContaining({ code: 'BAD_REQUEST', message: expect.not.stringContaining('LL') }));
});
