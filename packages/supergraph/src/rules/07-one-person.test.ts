import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { onePerson } from './07-one-person.ts';
import { houseWith, person, refusedBy, subgraph } from './examples.ts';

const housing = (fields: string, more = '') => subgraph('housing', person(fields) + more);
const justice = (sdl: string) => subgraph('justice', sdl);
const ORDERS = person('orders: [Order!] @personal(category: "CONVICTIONS")');

describe('one person', () => {
  test.each([
    ['a link to somebody else as a PersonId', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'scalar PersonId type Home { shares: [PersonId!] }')],
    ['an entity of open data below a personal field', subgraph('careers', `${person('plans: [Plan!] @personal(category: "CAREER_PLANS")')} type Plan { service: Service } type Service @key(fields: "id", resolvable: false) @notPersonal(because: "open data") { id: ID! }`)],
    ['one value type at the root and below a person, marked as a whole', subgraph('referrals', `type Query { services: [Service!]! } ${person('services: [Service!] @personal(category: "SUPPORT_RECEIVED")')} type Service @notPersonal(because: "open data") { name: String! }`)],
  ])('accepts %s', (_, changed) => {
    expect(check(houseWith(changed))).toEqual([]);
  });

  test.each([
    ['a personal field that is a person', housing('landlord: Person @personal(category: "WHERE_I_LIVE")'), ['housing Person.landlord']],
    ['a personal field that leads to a person through types', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home { rooms: [Room!] } type Room { with: Person }'), ['housing Person.home']],
    ['a personal field that leads to a person through a union', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home { landlord: Landlord } union Landlord = Council | Person type Council { name: String }'), ['housing Person.home']],
    ['a personal field that leads to a person through a connection', housing('mates: Mates @personal(category: "WHERE_I_LIVE")', 'type Mates { edges: [Mate!] } type Mate { node: Person }'), ['housing Person.mates']],
    ['a personal field that leads to a person through a type that calls itself open', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home { council: Council } type Council @notPersonal(because: "open data") { head: Person }'), ['housing Person.home']],
    ['a field of Person that is not personal and leads to a person', subgraph('people', person('twin: Person @notPersonal(because: "only a link")')), ['people Person.twin']],
    ['a personal type at the root', justice(`type Query { order(ref: ID!): Order } ${ORDERS} type Order { hoursLeft: Int }`), ['justice Query.order']],
    ['a personal type at the root inside another', justice(`type Query { court: Court } type Court { orders: [Order!] } ${ORDERS} type Order { hoursLeft: Int }`), ['justice Court.orders']],
    ['a personal field at the root', justice(`type Query { offences: [String!] @personal(category: "CONVICTIONS") } ${ORDERS} type Order { hoursLeft: Int }`), ['justice Query.offences']],
    ['a personal type through a union at the root', justice(`type Query { search: [Hit!] } union Hit = Court | Order type Court { name: String } ${ORDERS} type Order { hoursLeft: Int }`), ['justice Query.search']],
    ['a personal type in the payload of a mutation', justice(`type Mutation { note: Payload } type Payload { person: Person eventId: ID! at: DateTime! order: Order } scalar DateTime ${ORDERS} type Order { hoursLeft: Int }`), ['justice Payload.order']],
    ['a personal type below an entity that is not Person', justice(`type Query { court: Court } type Court @key(fields: "code") { code: ID! orders: [Order!] } ${ORDERS} type Order { hoursLeft: Int }`), ['justice Court.orders']],
    ['a personal type that is an entity', justice(`${ORDERS} type Order @key(fields: "ref") { ref: ID! hoursLeft: Int }`), ['justice Order']],
    ['an entity with a personal field', justice(`${ORDERS} type Order { case: ID } type Case @key(fields: "ref") { ref: ID! verdict: String @personal(category: "CONVICTIONS") }`), ['justice Case']],
    ['an entity known by a PersonId', justice(`${ORDERS} type Order { hoursLeft: Int } scalar PersonId type File @key(fields: "of") { of: PersonId! shelf: Int }`), ['justice File']],
    ['a type with a category that no person leads to', housing('area: String @personal(category: "WHERE_I_LIVE")', 'type Home @personal(category: "WHERE_I_LIVE") { area: String }'), ['housing Home']],
    ['an interface object over Person', subgraph('health', 'type Somebody @key(fields: "id") @interfaceObject { id: ID! case: Int @personal(category: "CONDITIONS") }'), ['health Somebody']],
  ])('refuses %s', (_, changed, where) => {
    const over = subgraph('people', 'interface Somebody @key(fields: "id") { id: ID! } type Person implements Somebody @key(fields: "id") { id: ID! name: String @personal(category: "NAME_AND_CONTACT") }');
    const refused = changed.name === 'health' ? refusedBy(onePerson, over, changed) : refusedBy(onePerson, changed);
    expect(refused).toEqual(expect.arrayContaining(where));
  });

  test('refuses a personal type that becomes reachable from the root in another subgraph', () => {
    const open = subgraph('weather', 'type Query { order: Order } type Order @shareable { hoursLeft: Int }');
    expect(refusedBy(onePerson, open, justice(`${ORDERS} type Order @shareable { hoursLeft: Int }`))).toEqual(['weather Query.order']);
  });
});
