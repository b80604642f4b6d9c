import { pageWords } from '@thegither/words';
import { expect, test } from '@jest/globals';
import { readFeedback } from './readFeedback.ts';

const read = (fields: Record<string, string[]>) => readFeedback(fields, pageWords('en').mySharing.feedback);

test('what was typed is read without the space around it, and nothing else of the form', () => {
  expect(read({ kind: ['COMPLAINT'], text: [' Too slow. '], name: ['Morag'] })).toEqual({ kind: 'READ', feedback: { kind: 'COMPLAINT', text: 'Too slow.' } });
});

test.each<[string, Record<string, string[]>, string[]]>([
  ['nothing', {}, ['FEEDBACK', 'text']], ['no kind', { text: ['Good'] }, ['FEEDBACK']], ['a kind that there is none of', { kind: ['PRAISE'], text: ['Good'] }, ['FEEDBACK']],
  ['no words', { kind: ['FEEDBACK'], text: ['  '] }, ['text']], ['too many', { kind: ['FEEDBACK'], text: ['a'.repeat(2_001)] }, ['text']],
])('%s is not sent, and each field is named', (_, fields, wrong) => {
  const found = read(fields);
  expect(found.kind === 'WRONG' && found.errors.map(({ field }) => field)).toEqual(wrong);
});
