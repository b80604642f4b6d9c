import { describe, expect, test } from '@jest/globals';
import { EVERYTHING, NOTHING, maskOf } from '@thegither/consent';
import { parse } from 'graphql';
import { needsOf } from './needs.ts';
import { readDocument } from './reading.ts';
import { wholeOf } from './whole.ts';

const { needs, argumentNeeds } = needsOf(wholeOf([readDocument('supergraph', parse(`
  type Query { person: Person }
  type Person { id: ID! sharing: Int @notPersonal(because: "no")
    orders(treatment: String @personal(category: "MENTAL_HEALTH_AND_RECOVERY"), by: By, first: Int): [Order!] @personal(category: "CONVICTIONS")
    home: Home hits: [Hit!] @personal(category: "SKILLS") node: Node both: Int @personal(category: "SKILLS") @personal(category: "WORK_HISTORY") }
  input By { area: String @personal(category: "WHERE_I_LIVE") more: By name: Name } input Name { full: String @personal(category: "LEGAL_NAME") }
  type Order { hoursLeft: Int treatment: String @personal(category: "MENTAL_HEALTH_AND_RECOVERY") }
  type Home @personal(category: "WHERE_I_LIVE") { area: String rent: String @personal(category: "HOUSING_MONEY") }
  union Hit = Order | Home
  interface Node { area: String } type Flat implements Node { area: String @personal(category: "WHERE_I_LIVE") } type Hostel implements Node @personal(category: "HOMELESSNESS_HELP") { area: String }
`))]));

describe('needs', () => {
  test.each([
    ['a key', 'Person', 'id', []],
    ['a field that says it is not personal', 'Person', 'sharing', []],
    ['a root field', 'Query', 'person', []],
    ['a field of its own category', 'Person', 'orders', ['CONVICTIONS']],
    ['a field of two categories', 'Person', 'both', ['SKILLS', 'WORK_HISTORY']],
    ['a field without a mark below a personal one', 'Order', 'hoursLeft', []],
    ['a stricter field inside', 'Order', 'treatment', ['MENTAL_HEALTH_AND_RECOVERY']],
    ['a field whose return type has a category', 'Person', 'home', ['WHERE_I_LIVE']],
    ['a field whose enclosing object has a category', 'Home', 'area', ['WHERE_I_LIVE']],
    ['a field with its object\'s and its own', 'Home', 'rent', ['WHERE_I_LIVE', 'HOUSING_MONEY']],
    ['a field that returns a union: what any member needs', 'Person', 'hits', ['SKILLS', 'WHERE_I_LIVE']],
    ['a field that returns an interface: what any object behind it needs', 'Person', 'node', ['HOMELESSNESS_HELP']],
    ['a field of an interface: what it needs on any object behind it', 'Node', 'area', ['WHERE_I_LIVE', 'HOMELESSNESS_HELP']],
    ['the name of a type', 'Order', '__typename', []],
  ])('%s', (_, type, field, categories) => {
    expect(needs(type, field)).toBe(maskOf(...categories));
  });

  test.each([['a field that nobody knows', 'Person', 'shoeSize'], ['a type that nobody knows', 'Dog', 'id'], ['a field of Object.prototype', 'Person', 'constructor']])('%s needs everything', (_, type, field) => {
    expect(needs(type, field)).toBe(EVERYTHING);
    expect(argumentNeeds(type, field)('first')).toBe(EVERYTHING);
  });

  test.each([
    ['an argument with a category', 'treatment', maskOf('MENTAL_HEALTH_AND_RECOVERY')],
    ['an input, with everything inside it, however deep', 'by', maskOf('WHERE_I_LIVE', 'LEGAL_NAME')],
    ['an argument that tells nothing', 'first', NOTHING],
    ['an argument that nobody knows', 'last', EVERYTHING],
  ])('%s', (_, argument, mask) => {
    expect(argumentNeeds('Person', 'orders')(argument)).toBe(mask);
  });
});
