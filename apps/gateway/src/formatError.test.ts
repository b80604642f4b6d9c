import { expect, test } from '@jest/globals';
import { formatError } from './formatError.ts';

test.each([
  ['GRAPHQL_PARSE_FAILED', 'Syntax Error: Unexpected Name "Morag".', 'BAD_OPERATION'],
  ['OPERATION_RESOLUTION_FAILURE', 'Unknown operation named "Morag".', 'BAD_OPERATION'],
  ['BAD_USER_INPUT', 'Variable "$id" got invalid value "Morag".', 'BAD_VARIABLES'],
  ['INTERNAL_SERVER_ERROR', 'Morag is not a function', 'INTERNAL'],
  ['SOMETHING_NEW', 'Morag', 'INTERNAL'],
])('%s becomes our own code and repeats nothing that was sent in', (code, message, ours) => {
  const formatted = formatError({ message, extensions: { code, stacktrace: ['Morag'], cause: 'Morag' } });
  expect(formatted.extensions).toEqual({ code: ours });
  expect(JSON.stringify(formatted)).not.toContain('Morag');
});

test('a name of the schema that does not exist is told to the developer', () => {
  const { message } = formatError({ message: 'Cannot query field "shoes" on type "Person".', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
  expect(message).toBe('Cannot query field "shoes" on type "Person".');
});

test.each([
  'Expected value of type "PersonId!", found "Morag".',
  'Int cannot represent non-integer value: "Morag"',
  'Value "Morag" does not exist in "Purpose" enum.',
  'Enum "Purpose" cannot represent non-enum value: "Morag".',
])('a value in a validation message is cut: %s', (message) => {
  expect(formatError({ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }).message).not.toContain('Morag');
});

test('our own coded error keeps its words, its path and nothing else', () => {
  expect(formatError({ message: 'No valid access token.', path: ['person'], extensions: { code: 'UNAUTHENTICATED', person: 'Morag' } }))
    .toEqual({ message: 'No valid access token.', path: ['person'], extensions: { code: 'UNAUTHENTICATED' } });
});
