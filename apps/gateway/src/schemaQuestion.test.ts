import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import type { Question } from './question.ts';
import { asksOnlyAboutTheSchema, describeSchema } from './schemaQuestion.ts';
import { corridorWith } from './testing/corridorWith.ts';
import { writeAnswer } from './writeAnswer.ts';

describe('a question about the schema alone', () => {
  test.each([
    '{ __schema { queryType { name } } }', '{ __typename }', '{ a: __typename b: __type(name: "Person") { name } }', 'query A { __typename } query B { __schema { description } }',
    'query { __schema { ...Types } } fragment Types on __Schema { types { name } }',
    // A field of data under the name of one of the schema is seen by its own name.
    '{ me: __typename }',
  ])('needs no token: %s', (query) => expect(asksOnlyAboutTheSchema(parse(query))).toBe(true));

  test.each([
    '{ me }', '{ __typename me }', 'query A { __typename } query B { me }', '{ __schema: me }', '{ __typename: me }',
    // What is in a fragment is not looked into, so it counts as data.
    '{ ... { __typename } }', '{ ... on Query { __schema { description } } }', '{ ...All } fragment All on Query { __typename }', '{ __typename ...All } fragment All on Query { me }',
    'mutation { __typename }', 'subscription { __typename }', 'query { __typename } mutation Do { __typename }', '{ __typename } type Person { id: ID }',
  ])('is not what this is: %s', (query) => expect(asksOnlyAboutTheSchema(parse(query))).toBe(false));
});

const unused = (): never => {
  throw new Error('nobody is asked');
};

const asking = (query: string, variables: Record<string, unknown> = {}, operationName?: string): Question =>
  ({ request: '', authorization: undefined, purpose: undefined, document: parse(query), operationName, variables, hash: '' });

describe('a description of the schema', () => {
  const schema = buildSchema('type Query { me: Person } "Somebody who is supported." type Person { id: ID! }');
  // Everything else in this corridor throws when it is asked.
  const corridor = () => corridorWith({ execution: { schema, analyse: unused, analyseAhead: unused } });
  const describing = (...asked: Parameters<typeof asking>) => describeSchema(asking(...asked), corridor());

  test('tells types and words, without asking anybody', async () => {
    expect(await describing('query ($name: String!) { __type(name: $name) { description fields { name } } }', { name: 'Person' }))
      .toEqual({ data: { __type: { description: 'Somebody who is supported.', fields: [{ name: 'id' }] } }, errors: [] });
  });
  test('is of the named operation', async () => {
    expect((await describing('query A { a: __typename } query B { b: __typename }', {}, 'B')).data).toEqual({ b: 'Query' });
  });
  test('is told again as the first time, though what was told was written and emptied', async () => {
    const one = corridor(), query = '{ __type(name: "Person") { description } }';
    const texts = [];
    for (let n = 0; n < 3; n++) texts.push(writeAnswer(await describeSchema(asking(query), one)));
    expect(texts).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('Somebody who is supported.')));
  });
  test('says nothing of a type that is not there', async () => {
    expect((await describing('{ __type(name: "Shoe") { name } }')).data).toEqual({ __type: null });
  });
  test.each<[string, Record<string, unknown>]>([['missing', {}], ['null', { name: null }], ['of the wrong type', { name: ['Kanarienvogel'] }]])('is refused for a variable that is %s, and repeats no value', async (_, variables) => {
    await expect(describing('query ($name: String!) { __type(name: $name) { name } }', variables)).rejects.toMatchObject({ code: 'BAD_VARIABLES', message: 'A variable is missing or has the wrong type.' });
  });
});
