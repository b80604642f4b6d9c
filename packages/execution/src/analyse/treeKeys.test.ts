import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, visit } from 'graphql';
import { chooseOperation } from './chooseOperation.ts';
import { createTreeKeys, readPlannersNames } from './treeKeys.ts';

const schema = buildSchema('type Query { item(id: ID): Item } type Item { sku: ID name: String price(currency: String): Int } interface Priced { total: Int }');
const names = readPlannersNames(schema, `
  directive @join__field(requires: String) on FIELD_DEFINITION
  type Item { total: Int @join__field(requires: "price(currency: \\"USD\\") maker { size(in: CM) { width } }") }
`);

/** The tree's keys of every field below the root, by the caller's. */
function keysOf(query: string): Record<string, string> {
  const document = parse(query);
  const keys = createTreeKeys(names, chooseOperation(document, undefined), 'Query');
  const found: Record<string, string> = {};
  visit(document, {
    Field(node) {
      const key = keys.of(node.name.value === 'item' ? 'Query' : 'Item', node);
      found[(node.alias ?? node.name).value] = key;
      expect(keys.answered(key)).toBe((node.alias ?? node.name).value);
    },
  });
  return found;
}

describe('the planner may ask', () => {
  test('for any field that the supergraph has', () => {
    expect(names.fields).toEqual(new Set(['item', 'sku', 'name', 'price', 'total']));
  });

  test('and for some with arguments of its own', () => {
    expect(names.withArguments).toEqual(new Set(['price', 'size']));
  });
});

describe('a key in the tree is the caller\'s', () => {
  test.each([
    { what: 'for a field by its name', query: '{ item { sku name } }', keys: { item: 'item', sku: 'sku', name: 'name' } },
    { what: 'for an alias that is no field\'s name', query: '{ item { a: sku } }', keys: { item: 'item', a: 'a' } },
    { what: 'but not for one that is', query: '{ item { sku: name total: name } }', keys: { item: 'item', sku: 'as_0', total: 'as_1' } },
    { what: 'nor for one that looks like the planner\'s', query: '{ item__alias_0: item { name__alias_3: name } }', keys: { item__alias_0: 'as_0', name__alias_3: 'as_1' } },
    { what: 'nor for a field that the planner asks with other arguments', query: '{ item { price(currency: "EUR") } }', keys: { item: 'item', price: 'as_0' } },
    { what: 'for root fields, to which nothing is added', query: '{ sku: item { sku } }', keys: { sku: 'sku' } },
    { what: 'and ours are like none of the caller\'s', query: '{ item { as_0: name sku: name _as_1: name } }', keys: { item: 'item', as_0: 'as_0', sku: '__as_0', _as_1: '_as_1' } },
  ])('$what', ({ query, keys }) => {
    expect(keysOf(query)).toMatchObject(keys);
  });

  test('and one for all uses that may be merged', () => {
    const document = parse('{ item { sku: name ...F } } fragment F on Item { sku: name }');
    const keys = createTreeKeys(names, chooseOperation(document, undefined), 'Query');
    const seen = new Set<string>();
    visit(document, { Field: (node) => void (node.alias && seen.add(keys.of('Item', node))) });
    expect([...seen]).toEqual(['as_0']);
  });
});
