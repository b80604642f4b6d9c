import { describe, expect, test } from '@jest/globals';
import { maskOf } from '@thegither/consent';
import { check } from './check.ts';
import { checkPublished } from './checkPublished.ts';
import { publish } from './publish.ts';
import type { SubgraphSource } from './source.ts';
import { HEADER, HOUSE, houseWith, person, subgraph, verbatim } from './rules/examples.ts';

/** What is told of the house with one subgraph changed: rule and place. */
const told = (...changed: SubgraphSource[]) => check(houseWith(...changed)).map(({ rule, where }) => `${rule} ${where.coordinate}`);
const orders = (types: string) => subgraph('justice', person('orders: [Order!] @personal(category: "CONVICTIONS")') + types);

describe('CVE-2025-64173', () => {
  // A router checked what was asked through an interface and what stood on the objects behind it by two different measures, so that one of the two ways was open.
  test('there is no second way: no interface may stand over what is personal, whichever of the two is marked', () => {
    expect(told(orders('interface Order { note: String } type Payback implements Order { note: String @personal(category: "MENTAL_HEALTH_AND_RECOVERY") }'))).toContain('objects Order');
    expect(told(orders('type Order { court: Court } interface Court { name: String } type Sheriff implements Court @personal(category: "RISK_AND_SAFETY") { name: String }'))).toContain('objects Court');
    expect(told(subgraph('housing', 'interface Somebody { id: ID! } type Person implements Somebody @key(fields: "id") { id: ID! area: String @personal(category: "WHERE_I_LIVE") }'))).toContain('objects Somebody');
  });

  test('a union, which is asked by its objects alone, needs what each of them needs', () => {
    const { needs } = publish(houseWith(orders('union Order = Payback | Fine type Payback { treatment: String @personal(category: "MENTAL_HEALTH_AND_RECOVERY") } type Fine { paid: Boolean }')));
    expect([needs('Person', 'orders'), needs('Payback', 'treatment')]).toEqual([maskOf('CONVICTIONS'), maskOf('MENTAL_HEALTH_AND_RECOVERY')]);
  });
});

describe('CVE-2025-64530', () => {
  // Composition let access control stand on an interface, and whoever asked the objects behind it by a fragment passed it by.
  test('a mark on an interface is refused, be it on the type or on a field, and on a union', () => {
    expect(told(orders('interface Order @personal(category: "CONVICTIONS") { note: String } type Payback implements Order { note: String }'))).not.toEqual([]);
    expect(told(orders('interface Order { note: String @personal(category: "CONVICTIONS") } type Payback implements Order { note: String }'))).toContain('objects Order.note');
    expect(told(orders('type Order { court: Court } interface Court { name: String @notPersonal(because: "open data") } type Sheriff implements Court @notPersonal(because: "open data") { name: String }'))).toContain('objects Court.name');
  });
});

describe('GHSA-m8jr-fxqx-8xx6', () => {
  // A field could depend on a protected one by @requires or @fromContext, and it was fetched for it without its own protection being looked at, also through chains.
  test.each([
    ['@requires', subgraph('health', person('area: String @external risk: Int @personal(category: "CONDITIONS") @requires(fields: "area")')), 'pulling Person.risk'],
    ['@requires of what the field itself has no category of', subgraph('people', person('area: String @external score: Int @notPersonal(because: "a number") @requires(fields: "area")')), 'pulling Person.score'],
    ['@fromContext', subgraph('health', `type Person @key(fields: "id") @context(name: "who") { id: ID! area: String @external case: Case @personal(category: "CONDITIONS") } type Case { near(place: String @fromContext(field: "$who { area }") @notPersonal(because: "own words")): Boolean }`), 'pulling Case.near(place:)'],
    ['a key', subgraph('health', 'type Person @key(fields: "id area") { id: ID! area: String @external case: Int @personal(category: "CONDITIONS") }'), 'pulling Person'],
    ['@provides', subgraph('consent', `scalar PersonId type Query { person(id: PersonId!): Person @provides(fields: "area") } ${person('area: String @external')}`), 'pulling Query.person'],
  ])('nothing personal is brought along by %s', (_, changed, refusal) => expect(told(changed)).toContain(refusal));

  test('nor by a chain: each of its links is refused', () => {
    const first = subgraph('health', person('area: String @external risk: Int @personal(category: "CONDITIONS") @requires(fields: "area")'));
    const second = subgraph('careers', person('risk: Int @external advice: String @personal(category: "CAREER_PLANS") @requires(fields: "risk")'));
    expect(told(first, second)).toEqual(expect.arrayContaining(['pulling Person.risk', 'pulling Person.advice']));
  });

  test('nor in a supergraph that was composed elsewhere', () => {
    const text = publish(HOUSE).supergraphSdl.replace(/(orders: \[Order!\] @join__field\(graph: JUSTICE__GUARDED)\)/, '$1, requires: "area")');
    expect(checkPublished(text).map(({ rule, where }) => `${rule} ${where.coordinate}`)).toContain('pulling Person.orders');
  });
});

const BODY = person('area: String @personal(category: "WHERE_I_LIVE")');

/** Housing with one thing in its header changed. */
const renaming = (from: string, to: string, body: string) => verbatim('housing', HEADER.replace(from, to) + body);

describe('CVE-2025-64347', () => {
  // A router looked for access control by its usual names, and one that a schema had imported under another name was not enforced.
  test.each([
    ['imported under another name', renaming('["@personal", "@notPersonal"]', '[{name: "@personal", as: "@private"}, "@notPersonal"]', BODY.replace('@personal', '@private'))],
    ['of a specification under another name', renaming('import: ["@personal", "@notPersonal"])', 'as: "s", import: ["@personal", "@notPersonal"])', BODY)],
    ['used by the prefix of its specification', renaming('import: ["@personal", "@notPersonal"])', 'import: ["@notPersonal"])', BODY.replace('@personal', '@sharing__personal'))],
    ['that is another directive under our name', renaming('"@key"', '"@key", {name: "@tag", as: "@personal"}', BODY)],
  ])('a mark %s is refused', (_, changed) => expect(told(changed).filter((one) => one.startsWith('carried '))).not.toEqual([]));

  test('and so is a supergraph in which it is called otherwise: what has no mark that is read is not open', () => {
    const renamed = publish(HOUSE).supergraphSdl.replace('import: ["@personal", "@notPersonal"]', 'import: [{ name: "@personal", as: "@p" }]').replaceAll('@personal(', '@p(');
    const refusals = checkPublished(renamed).map(({ rule, where }) => `${rule} ${where.coordinate}`);
    expect(refusals).toEqual(expect.arrayContaining(['carried @personal', 'mapped Person.area', 'mapped Person.orders']));
  });
});
