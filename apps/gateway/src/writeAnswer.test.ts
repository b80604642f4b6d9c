import { expect, test } from '@jest/globals';
import { writeAnswer } from './writeAnswer.ts';

test('an answer is written whole, and then let go of', () => {
  const answer = { data: { person: { name: 'Morag' } }, errors: [{ message: 'away' }], extensions: { sharing: [{ state: 'NOT_SHARED' }] } };
  expect(JSON.parse(writeAnswer(answer))).toEqual({ data: { person: { name: 'Morag' } }, errors: [{ message: 'away' }], extensions: { sharing: [{ state: 'NOT_SHARED' }] } });
  expect([answer.data.person, answer.extensions.sharing]).toEqual([undefined, undefined]);
});

test.each([[{ data: null, errors: [{ message: 'refused' }] }], [{ errors: [{ message: 'refused' }] }]])('a refusal is written as it is, in a line: %j', (refusal) => {
  expect(writeAnswer(refusal)).toBe(`${JSON.stringify(refusal)}\n`);
});
