import { expect, test } from '@jest/globals';
import type { FetchNode } from '@apollo/query-planner';
import type { SpineId } from '@thegither/vocabulary';
import { compileEntityFetch } from '../fetch/entityFetch.ts';
import { readGraphs } from '../graphs.ts';
import { identifiers } from '../testing/identifiers.ts';
import { published } from '../testing/schemas.ts';
import { PersonObject, TreeObject } from '../tree/treeObject.ts';
import { nameWanted } from './wanted.ts';

const graphs = readGraphs(published.supergraphSdl, published.halves);
const [a, b] = ['a'.repeat(32), 'b'.repeat(32)] as [SpineId, SpineId];

const somebody = (id: SpineId, fields: object = {}): PersonObject => Object.assign(new PersonObject(), { __typename: 'Person', id, ...fields });
const office = (id: string): TreeObject => Object.assign(new TreeObject(), { __typename: 'Office', id });

const key = (typeCondition: string, ...names: readonly string[]) =>
  ({ kind: 'InlineFragment' as const, typeCondition, selections: ['__typename', 'id', ...names].map((name) => ({ kind: 'Field' as const, name })) });

/** A hop that names people by their id and these fields, and offices by their id; what lacks one of them cannot be named. */
const hopBy = (...more: readonly string[]) => {
  const node: FetchNode = {
    kind: 'Fetch', serviceName: 'justice__guarded', operationKind: 'query' as FetchNode['operationKind'], operationName: undefined, operationDocumentNode: undefined,
    requires: [key('Person', ...more), key('Office')], operation: 'query($representations:[_Any!]!){_entities(representations:$representations){... on Person { orders { hours } }}}', variableUsages: [],
  };
  return compileEntityFetch(node, graphs.graphs.get('justice__guarded')!, [], graphs, published);
};

const naming = (hop: ReturnType<typeof hopBy>, ...entities: readonly TreeObject[]) =>
  nameWanted(identifiers, hop, entities.map((entity) => ({ entity, person: entity instanceof PersonObject ? (entity.id as SpineId) : undefined })));
const named = (hop: ReturnType<typeof hopBy>, ...entities: readonly TreeObject[]) =>
  naming(hop, ...entities).map(({ person, entities: at }) => [person ?? 'nobody', at.map((one) => entities.indexOf(one))]);

test('who stands at several places is named once', () => {
  expect(named(hopBy(), somebody(a), somebody(b), somebody(a))).toEqual([[a, [0, 2]], [b, [1]]]);
});

test('who is named by more than the id is named once for each that differs', () => {
  expect(named(hopBy('near'), somebody(a, { near: true }), somebody(a, { near: false }), somebody(a, { near: true }), somebody(a))).toEqual([[a, [0, 2]], [a, [1]]]);
});

test('two things of one key are one, and a person is none of them', () => {
  expect(named(hopBy(), office('1'), somebody(a), office('2'), office('1'))).toEqual([['nobody', [0, 3]], [a, [1]], ['nobody', [2]]]);
});

test('each is named by the id that the subgraph knows', () => {
  expect(naming(hopBy(), somebody(a)).map(({ representation }) => representation)).toEqual([{ __typename: 'Person', id: identifiers.issue('justice', a) }]);
});
