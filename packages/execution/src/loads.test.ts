import { describe, expect, test } from '@jest/globals';
import { type SubgraphSource, check, publish } from '@thegither/supergraph';
import { parse } from 'graphql';
import { createExecution } from './execution.ts';
import { describedWith, sdlOf } from './testing/schemas.ts';

/*
 * What the rules of packages/supergraph let through is never refused here: a schema that was published would else stop
 * every other schema at the gateway's door. One row for each thing that federation can say.
 */

const FEDERATION = [
  '@key', '@shareable', '@composeDirective', '@external', '@requires', '@provides', '@override', '@inaccessible', '@tag', '@interfaceObject', '@cost', '@listSize',
  '@extends', '@context', '@fromContext', '@authenticated', '@requiresScopes', '@policy',
];
const OPEN = '@notPersonal(because: "a public list")';

/** The subgraph that finds people, with others. */
function houseWith(others: Readonly<Record<string, string>>): SubgraphSource[] {
  const sdls = { consent: sdlOf('consent'), ...Object.fromEntries(Object.entries(others).map(([name, sdl]) => [name, describedWith(FEDERATION, sdl)])) };
  return Object.entries(sdls).map(([name, sdl]) => ({ name, url: `http://${name}.invalid/`, sdl }));
}

const shop = (fields: string): string => `type Shop @key(fields: "id") ${OPEN} { id: ID! ${fields} }`;

describe('what the rules let through is loaded and planned', () => {
  test.each<{ what: string; subgraphs: Record<string, string>; query: string }>([
    { what: 'several keys', subgraphs: { a: `type Query { shops: [Shop] } type Shop @key(fields: "id") @key(fields: "code area") ${OPEN} { id: ID! code: Int! area: String! }`, b: `type Shop @key(fields: "code area") ${OPEN} { code: Int! area: String! name: String }` }, query: '{ shops { name } }' },
    { what: 'a key with objects in it', subgraphs: { a: `type Query { shops: [Shop] } ${shop('').replace('"id"', '"id town { code }"').replace('id: ID!', 'id: ID! town: Town!')} type Town @shareable ${OPEN} { code: ID! }`, b: `type Shop @key(fields: "id town { code }") ${OPEN} { id: ID! town: Town! name: String } type Town @shareable ${OPEN} { code: ID! }` }, query: '{ shops { name } }' },
    { what: 'a key that resolves nothing, and an extension', subgraphs: { a: `type Query { shops: [Shop] } type Shop @key(fields: "id", resolvable: false) ${OPEN} { id: ID! }`, b: shop('name: String').replace('@key', '@extends @key') }, query: '{ shops { name } }' },
    { what: 'fields that are provided', subgraphs: { a: `type Query { best: Shop @provides(fields: "name") } ${shop('name: String @external')}`, b: shop('name: String @shareable area: String') }, query: '{ best { name area } }' },
    { what: 'fields that require others, which require others', subgraphs: { a: `type Query { shops: [Shop] } ${shop('area: String')}`, b: shop('area: String @external far: Int @requires(fields: "area")'), c: shop('far: Int @external near: Boolean @requires(fields: "far")') }, query: '{ shops { near } }' },
    { what: 'an interface behind which a field has several types', subgraphs: { a: `type Query { places: [Place] } interface Place { seats: Int } type Hall implements Place ${OPEN} { seats: Int! } type Park implements Place ${OPEN} { seats: Int }` }, query: '{ places { seats } }' },
    { what: 'an interface with a key', subgraphs: { a: `type Query { places: [Place] } interface Place @key(fields: "id") { id: ID! } type Hall implements Place @key(fields: "id") ${OPEN} { id: ID! }`, b: `interface Place @key(fields: "id") { id: ID! name: String } type Hall implements Place @key(fields: "id") ${OPEN} { id: ID! name: String }` }, query: '{ places { name } }' },
    { what: 'a type that stands in for an interface', subgraphs: { a: `type Query { places: [Place] } interface Place @key(fields: "id") { id: ID! } type Hall implements Place @key(fields: "id") ${OPEN} { id: ID! }`, b: `type Place @interfaceObject @key(fields: "id") { id: ID! street: String }` }, query: '{ places { street } }' },
    { what: 'a union of what has keys and what has none', subgraphs: { a: `type Query { found: [Found] } union Found = Shop | Town ${shop('')} type Town ${OPEN} { name: String }`, b: shop('name: String') }, query: '{ found { ... on Town { name } ... on Shop { name } } }' },
    { what: 'a field that moved', subgraphs: { a: `type Query { shops: [Shop] } ${shop('name: String')}`, b: shop('name: String @override(from: "a")') }, query: '{ shops { name } }' },
    { what: 'a field that is moving', subgraphs: { a: `type Query { shops: [Shop] } ${shop('name: String')}`, b: shop('name: String @override(from: "a", label: "percent(20)")') }, query: '{ shops { name } }' },
    { what: 'fields that several serve', subgraphs: { a: `type Query { shops: [Shop] now: Now @shareable } ${shop('name: String @shareable')} type Now @shareable ${OPEN} { hour: Int }`, b: `type Query { now: Now @shareable } ${shop('name: String @shareable')} type Now @shareable ${OPEN} { hour: Int }` }, query: '{ now { hour } shops { name } }' },
    { what: 'fields and values that callers may not see, and tags', subgraphs: { a: `type Query { shops: [Shop] @tag(name: "public") secret: Int @inaccessible } ${shop('code: ID! @inaccessible @shareable kind: Kind')} enum Kind { OPEN CLOSED @inaccessible }`, b: `type Shop @key(fields: "code") ${OPEN} { code: ID! @inaccessible @shareable name: String }` }, query: '{ shops { name kind } }' },
    { what: 'costs and sizes of lists', subgraphs: { a: `type Query { shops: [Shop] @listSize(assumedSize: 9) } ${shop('name: String @cost(weight: 3)')}` }, query: '{ shops { name } }' },
    { what: 'inputs with defaults, and scalars of its own', subgraphs: { a: `scalar Url @specifiedBy(url: "https://url.example") type Query { shops(by: By = { first: 3 } ${OPEN}): [Shop] } input By { first: Int = 2 ${OPEN} kinds: [Kind!] = [OPEN] ${OPEN} } enum Kind { OPEN CLOSED } ${shop('page: Url')}` }, query: '{ shops(by: {}) { page } }' },
  ])('$what', ({ subgraphs, query }) => {
    expect(createExecution(publish(houseWith(subgraphs))).analyse(parse(query), undefined, {}).fetches.length).toBeGreaterThan(0);
  });
});

describe('what is not loaded is refused by the rules first', () => {
  test.each([
    { what: '@authenticated', by: 'carried', sdl: `type Query { shops: [Shop] @authenticated } ${shop('')}` },
    { what: '@requiresScopes', by: 'carried', sdl: `type Query { shops: [Shop] @requiresScopes(scopes: [["shops"]]) } ${shop('')}` },
    { what: '@policy', by: 'carried', sdl: `type Query { shops: [Shop] @policy(policies: [["shops"]]) } ${shop('')}` },
    { what: '@context', by: 'carried', sdl: `type Query { shops: [Shop] } ${shop('area: String desk: Desk').replace(OPEN, `@context(name: "shop") ${OPEN}`)} type Desk @key(fields: "id") ${OPEN} { id: ID! near(place: String @fromContext(field: "$shop { area }")): Boolean }` },
    { what: 'a subscription', by: 'doors', sdl: `type Query { shops: [Shop] } type Subscription { opened: Int } ${shop('')}` },
    { what: 'an interface object over people', by: 'one-person', sdl: 'type Query { a: Int } type Named @interfaceObject @key(fields: "id") { id: ID! } ', also: 'interface Named @key(fields: "id") { id: ID! } type Person implements Named @key(fields: "id") { id: ID! }' },
  ])('$what', ({ by, sdl, also }) => {
    expect(check(houseWith(also === undefined ? { a: sdl } : { a: sdl, b: also })).map(({ rule }) => rule)).toContain(by);
  });
});
