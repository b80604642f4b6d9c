import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { nulls } from './06-nulls.ts';
import { consentWith, houseWith, person, refusedBy, subgraph } from './examples.ts';

const housing = (fields: string, more = '') => subgraph('housing', person(fields) + more);

describe('nulls', () => {
  test.each([
    ['a nullable field and non-null values below it', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home { area: String! rooms: [Int!]! }')],
    ['a nullable list of non-null items', housing('homes: [Home!] @personal(category: "WHERE_I_LIVE")', 'type Home { area: String! }')],
    ['a nullable stricter field inside', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home { rent: String @personal(category: "HOUSING_MONEY") }')],
    ['non-null fields of a type that begins a category at its nullable field', housing('home: Home', 'type Home @personal(category: "WHERE_I_LIVE") { area: String! }')],
  ])('accepts %s', (_, changed) => {
    expect(check(houseWith(changed))).toEqual([]);
  });

  test.each([
    ['a personal field that cannot be null', housing('area: String! @personal(category: "WHERE_I_LIVE")'), ['housing Person.area']],
    ['a personal list that cannot be null', housing('homes: [String!]! @personal(category: "WHERE_I_LIVE")'), ['housing Person.homes']],
    ['a stricter field inside that cannot be null', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home { rent: String! @personal(category: "HOUSING_MONEY") }'), ['housing Home.rent']],
    ['a field whose type has a category', housing('home: Home!', 'type Home @personal(category: "WHERE_I_LIVE") { area: String }'), ['housing Person.home']],
    ['a field whose union has a member with a category', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home { kind: Kind! } union Kind = Flat | Hostel type Flat { rooms: Int } type Hostel @personal(category: "HOMELESSNESS_HELP") { name: String }'), ['housing Home.kind']],
    ['a field of Person that is not personal', subgraph('people', person('state: Int! @notPersonal(because: "the same for all")')), ['people Person.state']],
    ['a door that cannot say "nobody"', consentWith('id: PersonId!): Person', 'id: PersonId!): Person!'), ['consent Query.person']],
    ['a list of people whose items cannot be null', consentWith('edges: [CaseloadEdge!]!', 'edges: [CaseloadEdge!]! people: [Person!]'), ['consent Caseload.people']],
    ['a list of lists of people', consentWith('edges: [CaseloadEdge!]!', 'edges: [CaseloadEdge!]! people: [[Person!]]'), ['consent Caseload.people']],
  ])('refuses %s', (_, changed, where) => {
    expect(refusedBy(nulls, changed)).toEqual(where);
  });

  test('looks at every copy: one nullable copy does not excuse the others', () => {
    const copy = subgraph('careers', person('area: String! @shareable @personal(category: "WHERE_I_LIVE")'));
    expect(refusedBy(nulls, copy, housing('area: String @shareable @personal(category: "WHERE_I_LIVE")'))).toEqual(['careers Person.area']);
  });
});
