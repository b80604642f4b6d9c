import { describe, expect, test } from '@jest/globals';
import { CLIENT, OPEN_BOOK, clientId, everybody, openHouse, person } from './testing/house.ts';
import { idOf, identifiers } from './testing/identifiers.ts';

const AUDIENCES = ['consent', 'housing', 'justice', CLIENT];
const PEOPLE = Array.from({ length: 9 }, (_, i) => person(i + 1));

/** Every id of anybody in an audience other than this one, and every spine. */
const foreignTo = (audience: string): string[] => [
  ...PEOPLE, ...AUDIENCES.filter((each) => each !== audience).flatMap((each) => PEOPLE.map((spine) => idOf(each, spine))),
];
const foreignIn = (text: string, audience: string): string[] => foreignTo(audience).filter((id) => text.includes(id));

const OPERATIONS: { what: string; query: string; variables?: Record<string, unknown> }[] = [
  { what: 'a variable', query: 'query ($id: PersonId!) { person(id: $id) { id homes { area } orders { hours } household { members } } }', variables: { id: clientId(1) } },
  { what: 'a list', query: 'query ($ids: [PersonId!]!) { people(ids: $ids) { id other: id homes { area } } }', variables: { ids: [clientId(1), clientId(2)] } },
  { what: 'one value for a list', query: 'query ($ids: [PersonId!]!) { people(ids: $ids) { id } }', variables: { ids: clientId(2) } },
  { what: 'text', query: `{ person(id: "${clientId(1)}") { id } people(ids: ["${clientId(1)}", "${clientId(2)}"]) { id rent { standing } } one: people(ids: "${clientId(3)}") { id } }` },
  { what: 'a nested input', query: 'query ($of: CompanionInput) { companion(of: $of) { id } }', variables: { of: { person: clientId(1), next: { next: { person: clientId(2) }, person: clientId(3) } } } },
  { what: 'text in a nested input', query: `{ companion(of: { next: { person: "${clientId(2)}" } }) { id } }` },
  { what: 'a default', query: `query ($id: PersonId = "${clientId(1)}", $of: CompanionInput = { next: { person: "${clientId(2)}" } }) { me { near(person: $id) } companion(of: $of) { id } }` },
  { what: 'a default that is not used', query: `query ($id: PersonId! = "${clientId(1)}") { person(id: $id) { id } }`, variables: { id: clientId(2) } },
  { what: 'an argument further down', query: 'query ($id: PersonId) { me { near(person: $id) } }', variables: { id: clientId(4) } },
  { what: 'a mutation', query: 'mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { person { id homes { area } } } }', variables: { input: { key: 'k', person: clientId(1), with: [clientId(2)] } } },
];

describe('no id of one audience appears in another\'s traffic', () => {
  const people = everybody(9, () => OPEN_BOOK);

  test.each(OPERATIONS)('with $what', async ({ query, variables }) => {
    const house = openHouse({ people });
    const answer = await house.answer(query, variables);
    expect(answer.errors).toEqual([]);
    expect(house.asked.length).toBeGreaterThan(0);
    for (const { subgraph, query: text, variables: sent, operationName, url } of house.asked) {
      expect(foreignIn(JSON.stringify({ text, sent, operationName, url }), subgraph)).toEqual([]);
      expect(AUDIENCES.flatMap((audience) => PEOPLE.map((spine) => idOf(audience, spine))).filter((id) => text.includes(id))).toEqual([]);
    }
    expect(foreignIn(JSON.stringify(answer), CLIENT)).toEqual([]);
  });

  test('people stand in the answer by the caller\'s ids, whatever the field that names them', async () => {
    const { data } = await openHouse({ people }).answer(OPERATIONS[0]!.query, OPERATIONS[0]!.variables);
    expect(data).toMatchObject({ person: { id: clientId(1), household: { members: [clientId(7), clientId(8)] } } });
  });

  test('an id in an answer that its subgraph cannot have is null', async () => {
    const house = openHouse({ people, replies: { consent: async (asked, honest) => (asked.use === 'query' ? honest() : { data: { _entities: [
      { __typename: 'Person', id: idOf('consent', person(1)), household: { members: [idOf('consent', person(8)), 'Morag', null] } },
    ] } }) } });
    const { data, errors } = await house.answer('{ me { household { members } } }');
    expect(data).toEqual({ me: { household: { members: null } } });
    expect(errors.map(({ path }) => path)).toEqual([['me', 'household', 'members', 1]]);
  });

  test('a person of a variable who may not be named further down is nobody there', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    await house.answer('query ($id: PersonId) { me { near(person: $id) } }', { id: clientId(5) });
    const sent = house.askedOf('housing')[0]!.variables.id as never;
    expect(identifiers.open('housing', sent)).toBe('0'.repeat(32));
  });
});
