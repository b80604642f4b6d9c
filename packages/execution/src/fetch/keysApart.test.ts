import { describe, expect, test } from '@jest/globals';
import type { FetchNode } from '@apollo/query-planner';
import { type FieldNode, buildSchema, print, stripIgnoredCharacters, validate } from 'graphql';
import { operationOf } from './fetchText.ts';
import { keptApart, treeKey } from './keysApart.ts';

const schema = buildSchema(`
  type Query { works: [Work] shelf: Shelf }
  interface Work { id: ID! }
  type Film implements Work { id: ID! length: Int! home: Shelf! years: [Int!] }
  type Song implements Work { id: ID! length: Int home: Shelf years: [Int] }
  type Tune implements Work { id: ID! length: Int home: Shelf! years: [Int!]! }
  type Shelf { holds: [Work] }
`);

const RENAMES = { outputRewrites: [{ kind: 'KeyRenamer', path: ['works', '... on Song', 'length__alias_0'], renameKeyTo: 'length' }] } satisfies Pick<FetchNode, 'outputRewrites'>;
const apart = (text: string): string => {
  const operation = keptApart(schema, RENAMES, operationOf(text));
  expect(validate(schema, { kind: 'Document', definitions: [operation] } as never)).toEqual([]);
  return stripIgnoredCharacters(print(operation));
};

describe('fields of several kinds get a key each', () => {
  test.each([
    { asks: '{ works { ... on Film { length } ... on Song { length__alias_0: length } } }', gets: '{works{...on Film{length}...on Song{length__alias_0:length}}}' },
    { asks: '{ works { ... on Film { length } ... on Song { length } ... on Tune { length } } }', gets: '{works{...on Film{length}...on Song{length__alias_0:length}...on Tune{length__alias_0:length}}}' },
    { asks: '{ works { ... on Film { a: length } ... on Song { a: length } } }', gets: '{works{...on Film{a:length}...on Song{a__alias_0:length}}}' },
    { asks: '{ works { ... on Film { years } ... on Song { years } ... on Tune { years } } }', gets: '{works{...on Film{years}...on Song{years__alias_0:years}...on Tune{years__alias_1:years}}}' },
    // What the planner forgets: below a field that it kept apart nothing else is.
    {
      asks: '{ works { ... on Film { home { holds { ... on Film { length } ... on Song { length__alias_0: length } } } } ... on Song { home__alias_0: home { holds { ... on Film { length } ... on Song { length } } } } } }',
      gets: '{works{...on Film{home{holds{...on Film{length}...on Song{length__alias_0:length}}}}...on Song{home__alias_0:home{holds{...on Film{length}...on Song{length__alias_0:length}}}}}}',
    },
    // Two that are of one kind are one field of the answer, and what is below them is asked together.
    {
      asks: '{ works { ... on Film { home { holds { ... on Film { length } } } } ... on Tune { home { holds { ... on Song { length } } } } } }',
      gets: '{works{...on Film{home{holds{...on Film{length}}}}...on Tune{home{holds{...on Song{length__alias_0:length}}}}}}',
    },
    { asks: '{ works { id ... on Film { id } ... on Song { id type: __typename } } }', gets: '{works{id ...on Film{id}...on Song{id type:__typename}}}' },
  ])('$asks', ({ asks, gets }) => {
    expect(apart(asks)).toBe(gets);
  });

  test('but only where the planner had to rename', () => {
    const operation = operationOf('{ works { ... on Film { length } ... on Song { length } } }');
    expect(keptApart(schema, {}, operation)).toBe(operation);
  });
});

test.each([['a: length', 'a'], ['length', 'length'], ['length__alias_0: length', 'length'], ['a__alias_12: length', 'a'], ['length__alias_0', 'length__alias_0'], ['a__alias: length', 'a__alias']])('%s stands in the tree as %s', (text, key) => {
  const [field] = operationOf(`{ ${text} }`).selectionSet.selections;
  expect(treeKey(field as FieldNode)).toBe(key);
});
