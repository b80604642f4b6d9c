import { describe, expect, test } from '@jest/globals';
import type { QueryPlan } from '@apollo/query-planner';
import { HouseError } from '@thegither/vocabulary';
import { readPlan } from './analyse/readPlan.ts';
import { readGraphs } from './graphs.ts';
import { published } from './testing/schemas.ts';

const setter = (to: string) => ({ kind: 'ValueSetter', path: ['... on Person', '__typename'], setValueTo: to });

const refused = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof HouseError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'not refused';
};

describe('a supergraph that cannot be run is refused as it is read', () => {
  test.each([
    { what: 'no supergraph', sdl: 'type Query { a: Int }', says: /cannot be read/ },
    { what: 'no schema at all', sdl: '{', says: /cannot be read/ },
    { what: 'a value from context', sdl: `${published.supergraphSdl}\n# @join__field(contextArguments: [{context: "x"}])`, says: /from context/ },
  ])('$what', ({ sdl, says }) => {
    expect(refused(() => readGraphs(sdl, published.halves))).toMatch(says);
  });

  test('a graph that nobody serves', () => {
    const halves = new Map([...published.halves].filter(([name]) => name !== 'justice'));
    expect(refused(() => readGraphs(published.supergraphSdl, halves))).toMatch(/nobody serves: justice/);
  });
});

describe('a plan that cannot be run is refused before anything is fetched', () => {
  const graphs = readGraphs(published.supergraphSdl, published.halves);
  const fetch = { kind: 'Fetch', serviceName: 'consent', operation: '{me{id}}', operationKind: 'query', operationName: undefined } as const;
  const hop = { ...fetch, requires: [], operation: 'query($representations:[_Any!]!){_entities(representations:$representations){...on Person{id}}}' } as const;
  const rename = { kind: 'KeyRenamer', path: ['a'], renameKeyTo: 'b' };

  test.each([
    { what: 'a value that is put into an answer', node: { ...fetch, outputRewrites: [setter('Person')] } },
    { what: 'an answer that is renamed nowhere', node: { ...fetch, outputRewrites: [{ ...rename, path: [] }] } },
    { what: 'a rename of a type', node: { ...fetch, outputRewrites: [{ ...rename, path: ['... on Person'] }] } },
    { what: 'a key that is renamed as it is sent', node: { ...hop, inputRewrites: [rename] } },
    { what: 'an entity that is sent under the name of no interface', node: { ...hop, inputRewrites: [setter('Office')] } },
    { what: 'a field that is set as it is sent', node: { ...hop, inputRewrites: [{ ...setter('Office'), path: ['... on Office', 'name'] }] } },
    { what: 'values from context', node: { ...fetch, contextRewrites: [rename] } },
    { what: 'a graph that is not there', node: { ...fetch, serviceName: 'nowhere' } },
    { what: 'a condition', node: { kind: 'Condition', condition: 'a', ifClause: fetch } },
    { what: 'a deferred part', node: { kind: 'Defer', primary: {}, deferred: [] } },
    { what: 'a subscription', node: { kind: 'Subscription', primary: fetch } },
    { what: 'a hop for no entities', node: { ...fetch, requires: [] } },
    { what: 'a text that is no operation', node: { ...fetch, operation: 'fragment F on Query { me { id } }' } },
    { what: 'a fragment in a text', node: { ...fetch, operation: '{ me { ...F } }' } },
    { what: 'a fragment at the root', node: { ...fetch, operation: '{ ... on Query { me { id } } }' } },
    { what: 'a field that its graph does not have', node: { ...fetch, serviceName: 'justice', operation: '{ me { id } }' } },
  ])('$what', ({ node }) => {
    expect(refused(() => readPlan({ kind: 'QueryPlan', node: node as QueryPlan['node'] }, graphs, published))).toMatch(/^CONFIGURATION /);
  });
});
