import { describe, expect, test } from '@jest/globals';
import type { Decided } from './ports.ts';
import { OPEN_BOOK, PENDING, UNKNOWN, clientId, down, everybody, openHouse, person } from './testing/house.ts';
import { idOf } from './testing/identifiers.ts';

const ONE = 'query ($id: PersonId!) { person(id: $id) { id homes { area } orders { hours } } }';
const unknownAt = (...path: (string | number)[]) => ({ message: expect.any(String), path, extensions: { code: 'UNKNOWN_PERSON' } });

describe('somebody who is not known', () => {
  const worlds: { who: string; id: unknown; decided?: Decided }[] = [
    { who: 'unknown to the ledger', id: clientId(1) },
    { who: 'unassigned or excluded', id: clientId(1), decided: UNKNOWN },
    { who: 'pending', id: clientId(1), decided: PENDING },
    { who: 'of another audience', id: idOf('housing', person(1)) },
    { who: 'malformed', id: 'nonsense' },
    { who: 'not canonical', id: `${clientId(1).slice(0, -1)}B` },
    { who: 'of no text', id: '' },
  ];

  test.each(worlds)('$who is one answer, byte for byte, and no subgraph is asked', async ({ id, decided }) => {
    const house = openHouse({ people: decided ? new Map([[person(1), decided]]) : new Map(), replies: { housing: down, justice: down } });
    const { data, errors, sharing } = await house.answer(ONE, { id });
    expect(JSON.stringify({ data, errors, sharing })).toBe(JSON.stringify({
      data: { person: null },
      errors: [{ message: errors[0]!.message, path: ['person'], extensions: { code: 'UNKNOWN_PERSON' } }],
      sharing: [],
    }));
    expect(house.asked).toEqual([]);
  });

  test('a malformed id is not put to the decision service', async () => {
    const house = openHouse();
    await house.answer(ONE, { id: 'nonsense' });
    expect(house.decided).toEqual([]);
  });

  test('who stops being known during the request is that same answer', async () => {
    const never = await openHouse().answer(ONE, { id: clientId(1) });
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK), replies: { justice: down } });
    const run = house.start(ONE, { id: clientId(1) });
    await run.fetch();
    expect(run.answer().errors).toHaveLength(1);
    house.people.set(person(1), UNKNOWN);
    expect(JSON.stringify(run.answer())).toBe(JSON.stringify(never));
    expect(run.touched()).toEqual([]);
  });

  test('an error about them that came before is not told', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK), replies: {
      consent: async () => ({ data: { person: null }, errors: [{ message: 'x', path: ['person'] }] }),
    } });
    const run = house.start(ONE, { id: clientId(1) });
    await run.fetch();
    expect(run.answer().errors.map(({ extensions }) => extensions?.code)).toEqual(['SUBGRAPH_ERROR']);
    house.people.set(person(1), UNKNOWN);
    expect(run.answer().errors).toEqual([unknownAt('person')]);
  });

  test('nor one about somebody whom a list brought', async () => {
    const house = openHouse({ people: everybody(2, () => OPEN_BOOK), replies: { housing: down } });
    const run = house.start('{ caseload(first: 2) { edges { person { homes { area } } } } }');
    await run.fetch();
    house.people.set(person(1), UNKNOWN);
    expect(run.answer().errors.map(({ path }) => path)).toEqual([['caseload', 'edges', 1, 'person']]);
    house.people.set(person(2), UNKNOWN);
    expect(run.answer().errors).toEqual([]);
  });

  test('what every known person may be asked is not asked about them', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    await house.answer('{ caseload(first: 3) { edges { person { sharing { category } } } } }');
    expect(house.asked.map(({ use, people }) => [use, people])).toEqual([['query', []], ['joined', [person(1)]]]);
  });

  test('other root fields are answered', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    const { data, errors } = await house.answer('query ($a: PersonId!, $b: PersonId!) { a: person(id: $a) { id } b: person(id: $b) { id } me { id } }', { a: clientId(9), b: clientId(1) });
    expect(data).toEqual({ a: null, b: { id: clientId(1) }, me: { id: clientId(1) } });
    expect(errors).toEqual([unknownAt('a')]);
    expect(house.asked[0]!.query).not.toContain('a:');
  });

  test('in a list each unknown person is null in their place', async () => {
    const house = openHouse({ people: everybody(3, (n) => (n === 2 ? UNKNOWN : OPEN_BOOK)) });
    const { data, errors, sharing } = await house.answer('query ($ids: [PersonId!]!) { people(ids: $ids) { id homes { area } } }', { ids: [clientId(1), clientId(2), 'x', clientId(3)] });
    expect(data).toMatchObject({ people: [{ id: clientId(1) }, null, null, { id: clientId(3) }] });
    expect(errors).toEqual([unknownAt('people', 1), unknownAt('people', 2)]);
    expect(sharing.map((entry) => entry.person)).toEqual([clientId(1), clientId(3)]);
    expect(JSON.stringify(house.asked)).not.toContain(idOf('consent', person(2)));
  });

  test('ids that stand in the text are unknown people all the same', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    const { data, errors } = await house.answer(`{ people(ids: ["${clientId(1)}", "x", "${clientId(2)}"]) { id } one: person(id: 7) { id } }`);
    expect(data).toEqual({ people: [{ id: clientId(1) }, null, null], one: null });
    expect(errors).toEqual([unknownAt('one'), unknownAt('people', 1), unknownAt('people', 2)]);
  });

  test('a person inside a nested input is one who is named', async () => {
    const query = 'query ($of: CompanionInput) { companion(of: $of) { id } }';
    const house = openHouse({ people: everybody(2, (n) => (n === 1 ? OPEN_BOOK : UNKNOWN)) });
    expect((await house.answer(query, { of: { next: { person: clientId(1) } } })).data).toEqual({ companion: { id: clientId(1) } });
    const refused = await house.answer(query, { of: { person: clientId(1), next: { person: clientId(2) } } });
    expect(refused).toMatchObject({ data: { companion: null }, errors: [unknownAt('companion')] });
  });

  test('a field that names one who is not known any more shows nobody, and nobody was shown', async () => {
    const house = openHouse({ people: everybody(2, () => OPEN_BOOK) });
    const run = house.start('query ($of: CompanionInput) { companion(of: $of) { id } }', { of: { person: clientId(1), next: { person: clientId(2) } } });
    await run.fetch();
    house.people.set(person(1), UNKNOWN);
    expect(run.answer()).toMatchObject({ data: { companion: null }, sharing: [] });
    expect(run.touched()).toEqual([]);
  });

  test('people whom a list brings are nobody when they are not known', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    const { data, errors } = await house.answer('{ caseload(first: 3) { edges { cursor person { id homes { area } } } } }');
    expect(data).toMatchObject({ caseload: { edges: [{ person: { id: clientId(1) } }, { person: null }, { person: null }] } });
    expect(errors).toEqual([]);
    expect(house.askedOf('housing').flatMap(({ people }) => people)).toEqual([person(1)]);
  });
});
