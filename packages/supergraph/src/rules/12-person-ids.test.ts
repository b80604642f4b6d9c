import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { personIds } from './12-person-ids.ts';
import { houseWith, person, refusedBy, subgraph } from './examples.ts';

const LIVE = '@personal(category: "WHERE_I_LIVE")';
const housing = (sdl: string) => subgraph('housing', person(`area: String ${LIVE}`) + sdl);
const argument = (text: string) => housing(`scalar PersonId scalar Ref type Query { councils(${text}): Int }`);

describe('person ids', () => {
  test.each([
    ['a PersonId below a personal field', subgraph('housing', `scalar PersonId ${person(`home: Home ${LIVE}`)} type Home { person: PersonId others: [PersonId!] }`)],
    ['the name of a person as text', subgraph('housing', `${person(`home: Home ${LIVE}`)} type Home { personName: String }`)],
    ['ids of other things', argument('council: ID!, worker: ID, key: ID!')],
    ['a word that only contains one of somebody', argument('personality: String, childCount: Int')],
  ])('accepts %s', (_, changed) => {
    expect(check(houseWith(changed))).toEqual([]);
  });

  test.each([
    ['person: ID', argument('person: ID!'), ['housing Query.councils(person:)']],
    ['personId: String', argument('personId: String'), ['housing Query.councils(personId:)']],
    ['people: [ID!]', argument('people: [ID!]'), ['housing Query.councils(people:)']],
    ['PERSON_ID: Int', argument('PERSON_ID: Int'), ['housing Query.councils(PERSON_ID:)']],
    ['aboutPerson: Ref, a scalar of its own', argument('aboutPerson: Ref'), ['housing Query.councils(aboutPerson:)']],
    ['tenantId: ID', argument('tenantId: ID'), ['housing Query.councils(tenantId:)']],
    ['an input field', housing('type Query { councils(by: By): Int } input By { person: ID }'), ['housing By.person']],
    ['an output field', housing('type Query { councils: [Council!] } type Council { headPersonId: ID }'), ['housing Council.headPersonId']],
    ['a second key of Person', subgraph('housing', `type Person @key(fields: "id") @key(fields: "number") { id: ID! number: Int ${LIVE} }`), ['housing Person']],
    ['a compound key of Person', subgraph('housing', `type Person @key(fields: "id number") { id: ID! number: Int ${LIVE} }`), ['housing Person']],
    ['a Person without a key', subgraph('housing', `type Person { id: ID! area: String ${LIVE} }`), ['housing Person']],
    ['an id of Person that may be null', subgraph('housing', `type Person @key(fields: "id") { id: ID area: String ${LIVE} }`), ['housing Person.id']],
    ['a Person that is an interface', subgraph('housing', 'interface Person { id: ID! }'), ['housing Person']],
    ['a PersonId that is no scalar', housing('input PersonId { id: ID }'), ['housing PersonId']],
  ])('refuses %s', (_, changed, where) => {
    expect(refusedBy(personIds, changed)).toEqual(expect.arrayContaining(where));
  });
});
