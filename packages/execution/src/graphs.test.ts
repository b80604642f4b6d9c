import { describe, expect, test } from '@jest/globals';
import type { QueryPlan } from '@apollo/query-planner';
import { HouseError } from '@thegither/vocabulary';
import { readPlan } from './analyse/readPlan.ts';
import { readGraphs } from './graphs.ts';
import { published } from './testing/schemas.ts';

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
    { what: 'an interface object', sdl: published.supergraphSdl.replace('@join__type(graph: JUSTICE,', '@join__type(graph: JUSTICE, isInterfaceObject: true,'), says: /interface object/ },
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
  const rename = { kind: 'KeyRenamer', path: ['a'], renameKeyTo: 'b' };

  test.each([
    { what: 'renamed answers', node: { ...fetch, outputRewrites: [rename] } },
    { what: 'rewritten representations', node: { ...fetch, inputRewrites: [rename] } },
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
