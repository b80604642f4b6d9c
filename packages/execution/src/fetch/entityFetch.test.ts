import { expect, test } from '@jest/globals';
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { EVERYTHING, NOTHING, maskOf } from '@thegither/consent';
import { readGraphs } from '../graphs.ts';
import { published } from '../testing/schemas.ts';
import { compileEntityFetch } from './entityFetch.ts';

const graphs = readGraphs(published.supergraphSdl, published.halves);

const key = (type: string): QueryPlanSelectionNode =>
  ({ kind: 'InlineFragment', typeCondition: type, selections: [{ kind: 'Field', name: '__typename' }, { kind: 'Field', name: 'id' }] });
const hop = (graph: string, asks: string) => compileEntityFetch({
  kind: 'Fetch', serviceName: graph, operationKind: 'query', operationName: undefined, requires: [key('Person'), key('Office')],
  operation: `query($representations:[_Any!]!){_entities(representations:$representations){${asks}}}`,
} as FetchNode, graphs.graphs.get(graph)!, [], graphs, published);

test('what was sent as the key is never read from the answer', () => {
  const office = hop('justice', '... on Office { __typename id desks }').variant(NOTHING).typed('Office');
  expect(office?.answered('Office')?.fields.map((field) => field.key)).toEqual(['desks']);
});

test('a key alone is nothing to ask', () => {
  expect(hop('justice', '... on Office { __typename id }').variant(NOTHING).typed('Office')).toBeUndefined();
  expect(hop('justice', '... on Office { desks }').variant(NOTHING).typed('Person')).toBeUndefined();
});

test('the text asks for type and key along with the fields, so that an answer about another shows', () => {
  expect(hop('justice__guarded', '... on Person { orders { hours } }').variant(EVERYTHING).query)
    .toBe('query($representations:[_Any!]!){_entities(representations:$representations){__typename ...on Person{id orders{hours}}}}');
});

test('masks that leave the same question have the same variant', () => {
  const fetch = hop('housing__guarded', '... on Person { rent { standing } homes { area } }');
  expect(fetch.needs).toBe(maskOf('HOUSING_MONEY', 'WHERE_I_LIVE'));
  expect(fetch.variant(EVERYTHING)).toBe(fetch.variant(fetch.needs));
  expect(fetch.variant(maskOf('HOUSING_MONEY', 'SKILLS'))).toBe(fetch.variant(maskOf('HOUSING_MONEY')));
  expect(fetch.variant(maskOf('HOUSING_MONEY')).needs).toBe(maskOf('HOUSING_MONEY'));
});

test('a hop is free when it asks something of everybody who is known', () => {
  expect(hop('consent__guarded', '... on Person { sharing { category } household { members } }').free).toBe(true);
  expect(hop('consent__guarded', '... on Person { household { members } }').free).toBe(false);
});
