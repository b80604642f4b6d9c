import { expect, test } from '@jest/globals';
import type { SpineId } from '@thegither/vocabulary';
import type { EntityFetch } from '../fetch/entityFetch.ts';
import { identifiers } from '../testing/identifiers.ts';
import { PersonObject, TreeObject } from '../tree/treeObject.ts';
import type { RunState } from './runState.ts';
import { nameWanted } from './wanted.ts';

const [a, b] = ['a'.repeat(32), 'b'.repeat(32)] as [SpineId, SpineId];
const state = { ports: { identifiers } } as RunState;

const somebody = (id: SpineId, town?: string): PersonObject => Object.assign(new PersonObject(), { __typename: 'Person', id, town });
const office = (id: string): TreeObject => Object.assign(new TreeObject(), { __typename: 'Office', id });

/** A hop that names what it is about by these fields; what lacks one of them cannot be named. */
const hopBy = (...keys: readonly string[]): EntityFetch => ({
  graph: { subgraph: 'housing' },
  represent: {
    keysOf: () => new Map(['__typename', ...keys].map((key) => [key, false])),
    of: (entity: TreeObject, issue: (person: SpineId) => string) => {
      if (keys.some((key) => entity[key] === undefined)) return undefined;
      return Object.assign(new TreeObject(), Object.fromEntries(keys.map((key) => [key, key === 'id' && entity instanceof PersonObject ? issue(entity.id as SpineId) : entity[key]])));
    },
  },
} as unknown as EntityFetch);

const named = (hop: EntityFetch, ...entities: readonly TreeObject[]) =>
  nameWanted(state, hop, entities.map((entity) => ({ entity, person: entity instanceof PersonObject ? (entity.id as SpineId) : undefined })))
    .map(({ person, entities: at }) => [person ?? 'nobody', at.map((one) => entities.indexOf(one))]);

test('who stands at several places is named once', () => {
  expect(named(hopBy('id'), somebody(a), somebody(b), somebody(a))).toEqual([[a, [0, 2]], [b, [1]]]);
});

test('somebody whose key is not all there is is named once for each that differs', () => {
  expect(named(hopBy('id', 'town'), somebody(a, 'Leith'), somebody(a, 'Ayr'), somebody(a, 'Leith'), somebody(a))).toEqual([[a, [0, 2]], [a, [1]]]);
});

test('two things of one key are one, and a person is none of them', () => {
  expect(named(hopBy('id'), office('1'), somebody(a), office('2'), office('1'))).toEqual([['nobody', [0, 3]], [a, [1]], ['nobody', [2]]]);
});

test('each is named by the id that the subgraph knows', () => {
  const [one] = nameWanted(state, hopBy('id'), [{ entity: somebody(a), person: a }]);
  expect(one!.representation.id).toBe(identifiers.issue('housing', a));
});
