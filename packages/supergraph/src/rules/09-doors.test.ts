import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { check, examine } from '../check.ts';
import { compose } from '../compose.ts';
import { graphOf } from '../graph.ts';
import { readSupergraph } from '../join.ts';
import { doors } from './09-doors.ts';
import { HOUSE, consentWith, houseWith, person, refusedBy, subgraph } from './examples.ts';

const AREA = person('area: String @personal(category: "WHERE_I_LIVE")');
const housing = (sdl: string) => subgraph('housing', AREA + sdl);
const PAYLOAD = 'type Payload { person: Person eventId: ID! at: DateTime! } scalar DateTime scalar PersonId';

describe('doors', () => {
  test.each([
    ['people as a door', subgraph('people', `${person('name: String @personal(category: "NAME_AND_CONTACT")')} type Query { withName: [Person] }`)],
    ['a mutation that returns a person by reference', housing(`type Mutation { note(person: PersonId!): Payload } ${PAYLOAD}`)],
    ['an id of something else in the payload', housing('type Mutation { note: Payload } type Payload { person: Person eventId: ID! at: DateTime! note: ID! } scalar DateTime')],
    ['open data at the root of any subgraph', housing('type Query { councils: [Council!]! } type Council { name: String }')],
  ])('accepts %s', (_, changed) => {
    expect(check(houseWith(changed))).toEqual([]);
  });

  test.each([
    ['a person at the root of another subgraph', housing('type Query { tenant: Person }'), 'housing Query.tenant'],
    ['people in a list', housing('type Query { tenants: [Person] }'), 'housing Query.tenants'],
    ['a person in a union', housing('type Query { search: [Hit] } union Hit = Council | Person type Council { name: String }'), 'housing Query.search'],
    ['a person behind an interface', subgraph('housing', 'type Query { node: Node } interface Node { id: ID! } type Person implements Node @key(fields: "id") { id: ID! area: String @personal(category: "WHERE_I_LIVE") }'), 'housing Query.node'],
    ['people in a connection', housing('type Query { tenants: Tenants } type Tenants { edges: [Tenant!] } type Tenant { node: Person }'), 'housing Query.tenants'],
    ['a link to a person in open data', housing('type Query { councils: [Council!]! } type Council { head: Person }'), 'housing Query.councils'],
    ['the id of a person at the root', housing('type Query { homes: [Home!]! } type Home { of: PersonId } scalar PersonId'), 'housing Query.homes'],
    ['a root field that takes a person', housing('type Query { isKnown(person: PersonId!): Boolean } scalar PersonId'), 'housing Query.isKnown'],
    ['a root field that takes a person inside an input', housing('type Query { isKnown(by: By!): Boolean } input By { person: PersonId! } scalar PersonId'), 'housing Query.isKnown'],
    ['a door that takes a person and returns something else', consentWith('type Caseload ', '"Words." extend type Query { "Words." isKnown("Words." person: PersonId!): Boolean } "Words." type Caseload '.replace('"Words." extend', 'extend').replace('"Words." type Caseload ', 'type Caseload ')), 'consent Query.isKnown'],
    ['a mutation that returns a scalar', housing('type Mutation { note: Boolean }'), 'housing Mutation.note'],
    ['a mutation that returns the person itself', housing('type Mutation { note: Person }'), 'housing Mutation.note'],
    ['a payload without its event', housing('type Mutation { note: Payload } type Payload { person: Person at: DateTime! } scalar DateTime'), 'housing Mutation.note'],
    ['a payload without its time', housing('type Mutation { note: Payload } type Payload { person: Person eventId: ID! }'), 'housing Mutation.note'],
    ['a payload with another person', housing('type Mutation { note: Payload } type Payload { person: Person eventId: ID! at: DateTime! other: Person } scalar DateTime'), 'housing Mutation.note'],
    ['a subscription', housing('type Subscription { moved: Boolean }'), 'housing schema'],
    ['a root type under another name', subgraph('housing', `${AREA} schema { query: Ask } type Ask { tenant: Person }`), 'housing schema'],
  ])('refuses %s', (_, changed, where) => {
    expect(refusedBy(doors, changed)).toContain(where);
  });

  test('refuses a supergraph in which a graph with root fields answers for a person', () => {
    const unsplit = HOUSE.map(({ name, sdl }) => ({ name, subgraph: name, guarded: false, document: parse(sdl) }));
    const composed = compose(unsplit, (name) => `http://${name}.example/`);
    if (composed.supergraphSdl === undefined) throw new Error('the example must compose');
    const graph = graphOf(examine(HOUSE).graph.subgraphs, readSupergraph(composed.supergraphSdl), []);
    expect(doors.check(graph).map(({ where }) => where.coordinate)).toEqual(expect.arrayContaining(['Person.supportTeam', 'Person.sharing', 'Person.referrals', 'Referral.sentOn']));
  });
});
