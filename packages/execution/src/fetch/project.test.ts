import { describe, expect, test } from '@jest/globals';
import { type GraphQLObjectType, buildSchema } from 'graphql';
import { TreeObject } from '../tree/treeObject.ts';
import { operationOf } from './fetchText.ts';
import { copyFields, projectedFields } from './project.ts';
import type { Reading } from './reading.ts';

const schema = buildSchema(`
  type Query { works: [Work] }
  interface Work { home: Shelf tags: [String] }
  type Film implements Work { home: Shelf! tags: [String!]! }
  type Song implements Work { home: Shelf tags: [String] }
  type Shelf { label: String top: Int }
`);

/** What a question asks twice of a film, once by its interface and once by its own type, whose promise is stricter. */
const asked = operationOf('{ works { __typename home { label } tags ... on Film { home__alias_0: home { top } tags__alias_0: tags } } }').selectionSet;

function read(works: unknown): { tree: unknown; faults: Reading['faults'] } {
  const reading: Reading = { at: [], faults: [], open: () => undefined, met: () => undefined };
  const out = new TreeObject();
  copyFields(projectedFields(schema, schema.getQueryType() as GraphQLObjectType, [asked]), { works }, out, reading, 0);
  return { tree: JSON.parse(JSON.stringify(out.works)), faults: reading.faults };
}

describe('a field that was asked under two keys is one field of the tree', () => {
  test('and holds what was answered under both', () => {
    const film = { __typename: 'Film', home: { label: 'top left' }, home__alias_0: { top: 3 }, tags: ['a'], tags__alias_0: ['a'] };
    const song = { __typename: 'Song', home: { label: 'bottom' }, tags: [null] };
    expect(read([film, song])).toEqual({
      tree: [{ __typename: 'Film', home: { __typename: 'Shelf', label: 'top left', top: 3 }, tags: ['a'] }, { __typename: 'Song', home: { __typename: 'Shelf', label: 'bottom' }, tags: [null] }],
      faults: [],
    });
  });

  test.each([
    ['one of the two is missing', { __typename: 'Film', home: { label: 'top left' }, tags: ['a'], tags__alias_0: ['a'] }],
    ['the other is null', { __typename: 'Film', home: { label: 'top left' }, home__alias_0: null, tags: ['a'], tags__alias_0: ['a'] }],
  ])('and a fault when %s', (_, film) => {
    const { tree, faults } = read([film]);
    expect(tree).toEqual([null]);
    expect(faults).toEqual([['works', 0, 'home']]);
  });
});
