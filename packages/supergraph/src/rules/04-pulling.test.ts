import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { pulling } from './04-pulling.ts';
import { houseWith, person, refusedBy, subgraph, verbatim, HEADER } from './examples.ts';

const health = (fields: string, more = '') => subgraph('health', person(fields) + more);

describe('pulling', () => {
  test('accepts @requires of a field that is not personal, below open data', () => {
    const directory = subgraph('directory', `type Service @key(fields: "id") @notPersonal(because: "open data") { id: ID! name: String! @external label: String @requires(fields: "name") }`);
    expect(check(houseWith(directory))).toEqual([]);
  });

  test('accepts @provides of open data below a personal field', () => {
    const careers = subgraph('careers', `${person('plans: [Plan!] @personal(category: "CAREER_PLANS")')} type Plan { service: Service @provides(fields: "name") }
      type Service @key(fields: "id") @notPersonal(because: "open data") { id: ID! name: String! @external }`);
    const shared = subgraph('referrals', `type Query { services: [Service!]! } ${person('referrals: [Referral!] @personal(category: "SUPPORT_RECEIVED")')} type Referral { service: Service }
      type Service @key(fields: "id") @notPersonal(because: "open data") { id: ID! name: String! @shareable }`);
    expect(refusedBy(pulling, careers, shared)).toEqual([]);
  });

  test('accepts a compound key of open data', () => {
    const places = subgraph('places', 'type Query { places: [Place!]! } type Place @key(fields: "council { code } number") { council: Council! number: Int! name: String } type Council { code: String! }');
    expect(check(houseWith(places))).toEqual([]);
  });

  test.each([
    ['@requires of a personal field', health('area: String @external risk: Int @personal(category: "CONDITIONS") @requires(fields: "area")'), ['health Person.risk']],
    ['@requires of a personal field deeper down', health('orders: [Order!] @external risk: Int @personal(category: "CONDITIONS") @requires(fields: "orders { treatment }")', 'type Order { treatment: String @external }'), ['health Person.risk']],
    ['@requires by a field that calls itself not personal', subgraph('people', person('area: String @external score: Int @notPersonal(because: "a number") @requires(fields: "area")')), ['people Person.score']],
    ['@requires through a fragment', health('orders: [Order!] @external risk: Int @personal(category: "CONDITIONS") @requires(fields: "orders { ... on Order { hoursLeft } }")', 'type Order { hoursLeft: Int @external }'), ['health Person.risk']],
    ['@requires of a type below a personal field, by that type', health('case: Case @personal(category: "CONDITIONS")', 'type Case { note: String @external sum: Int @requires(fields: "note") }'), ['health Case.sum']],
    ['a compound key that carries a personal field', subgraph('health', 'type Person @key(fields: "id area") { id: ID! area: String @external case: Int @personal(category: "CONDITIONS") }'), ['health Person']],
    ['a key with a person in it', subgraph('places', 'type Query { rooms: [Room!]! } type Room @key(fields: "who { id }") { who: Person name: String } type Person @key(fields: "id") { id: ID! }'), ['places Room']],
    ['@provides of a personal field', subgraph('consent', `scalar PersonId type Query { person(id: PersonId!): Person @provides(fields: "area") } ${person('area: String @external')}`), ['consent Query.person']],
    ['@fromContext of a personal field', subgraph('health', `type Person @key(fields: "id") @context(name: "who") { id: ID! area: String @external case: Case @personal(category: "CONDITIONS") } type Case { near(place: String @fromContext(field: "$who { area }") @notPersonal(because: "own words")): Boolean }`), ['health Case.near(place:)']],
    ['@fromContext by a type condition', subgraph('health', `type Person @key(fields: "id") @context(name: "who") { id: ID! area: String @external case: Case @personal(category: "CONDITIONS") } type Case { near(place: String @fromContext(field: "$who ... on Person { area }") @notPersonal(because: "own words")): Boolean }`), ['health Case.near(place:)']],
    ['a field set that cannot be read', health('area: String @external risk: Int @personal(category: "CONDITIONS") @requires(fields: "area {")'), ['health Person.risk']],
    ['a field set with a named fragment', health('area: String @external risk: Int @personal(category: "CONDITIONS") @requires(fields: "...All")'), ['health Person.risk']],
  ])('refuses %s', (_, changed, where) => {
    expect(refusedBy(pulling, changed)).toEqual(where);
  });

  test('refuses a chain at the link that pulls the personal value, so that no later link can have it', () => {
    const first = health('area: String @external region: String @shareable @personal(category: "CONDITIONS") @requires(fields: "area")');
    const second = subgraph('careers', person('region: String @external jobs: Int @personal(category: "SKILLS") @requires(fields: "region")'));
    expect(refusedBy(pulling, first, second)).toEqual(['careers Person.jobs', 'health Person.region']);
  });

  test('refuses a field that is personal only because another subgraph says so', () => {
    const silent = verbatim('health', `${HEADER} ${person('area: String @shareable risk: Int @personal(category: "CONDITIONS") @requires(fields: "area")')}`);
    expect(refusedBy(pulling, silent)).toEqual(['health Person.risk']);
  });
});
