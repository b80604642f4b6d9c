import { describe, expect, test } from '@jest/globals';
import { maskOf } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { OPEN_BOOK, PENDING, UNKNOWN, clientId, down, everybody, openHouse, person, sharing } from './testing/house.ts';
import { idOf } from './testing/identifiers.ts';

const GIVE = 'mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { eventId person { id homes { area } orders { hours } } } }';
const input = (n: number) => ({ key: 'k', person: clientId(n) });
const mutations = (house: ReturnType<typeof openHouse>) => house.asked.filter(({ use }) => use === 'mutation');

describe('a mutation', () => {
  test('is sent once, however often what is below it is fetched again', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    const run = house.start(GIVE, { input: input(1) });
    await run.fetch();
    for (let again = 0; again < 3; again++) await run.fetchAgain(new Set([person(1)]));
    expect(mutations(house)).toHaveLength(1);
    expect(house.askedOf('housing')).toHaveLength(4);
    expect(run.answer().data).toMatchObject({ giveGrant: { eventId: 'e1', person: { id: clientId(1), homes: [{}, {}] } } });
  });

  test('is sent once when it is asked twice, under a condition and without, around another', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    const query = `mutation ($if: Boolean!, $input: GiveGrantInput!, $key: ID!, $person: PersonId!) {
      giveGrant(input: $input) @include(if: $if) { eventId } offerHome(input: { key: $key, person: $person }) { eventId } giveGrant(input: $input) { person { id } }
    }`;
    const { data } = await house.answer(query, { if: true, input: input(1), key: 'k', person: clientId(1) });
    expect(mutations(house).map(({ subgraph }) => subgraph)).toEqual(['consent', 'housing']);
    expect(data).toEqual({ giveGrant: { eventId: 'e1', person: { id: clientId(1) } }, offerHome: { eventId: 'e3' } });
  });

  test('names people in the subgraph\'s own ids, inside its input too', async () => {
    const house = openHouse({ people: everybody(2, () => OPEN_BOOK) });
    await house.answer(GIVE, { input: { ...input(1), with: [clientId(2)] } });
    expect(mutations(house)[0]).toMatchObject({
      subgraph: 'consent', variables: { input: { key: 'k', person: idOf('consent', person(1)), with: [idOf('consent', person(2))] } }, people: [person(1), person(2)],
    });
  });

  test.each([
    { who: 'nobody knows', people: new Map() },
    { who: 'the caller may not name', people: everybody(1, () => UNKNOWN) },
  ])('about somebody whom $who is not sent', async ({ people }) => {
    const house = openHouse({ people });
    const { data, errors } = await house.answer(GIVE, { input: input(1) });
    expect(data).toEqual({ giveGrant: null });
    expect(errors).toEqual([{ message: expect.any(String), path: ['giveGrant'], extensions: { code: 'UNKNOWN_PERSON' } }]);
    expect(house.asked).toEqual([]);
  });

  test('with one unknown person in a list of its input is not sent', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    const { data } = await house.answer(GIVE, { input: { ...input(1), with: [clientId(2)] } });
    expect({ data, asked: house.asked }).toEqual({ data: { giveGrant: null }, asked: [] });
  });

  test('may name somebody about whom nothing may be read: it is done, and they stay unseen', async () => {
    const house = openHouse({ people: everybody(1, () => PENDING) });
    const { data, errors, sharing: states } = await house.answer(GIVE, { input: input(1) });
    expect({ data, errors, states }).toEqual({ data: { giveGrant: { eventId: 'e1', person: null } }, errors: [], states: [] });
    expect(house.asked).toHaveLength(1);
  });

  test('runs its fields in their order, without those that may not be sent', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    const { data } = await house.answer(`mutation ($one: GiveGrantInput!, $two: GiveGrantInput!) {
      first: exclude(input: $one) { eventId } second: giveGrant(input: $two) { eventId } third: giveGrant(input: $one) { eventId } }`, { one: input(1), two: input(2) });
    expect(data).toEqual({ first: { eventId: 'e2' }, second: null, third: { eventId: 'e1' } });
    expect(mutations(house).map(({ query }) => [...query.matchAll(/first|second|third/g)].map(([key]) => key))).toEqual([['first', 'third']]);
  });

  test('is followed by a new decision: what it changed is read as it is now', async () => {
    const house = openHouse({ people: everybody(1, () => sharing()), replies: { consent: async (_asked, honest) => {
      house.people.set(person(1), sharing('WHERE_I_LIVE'));
      return honest();
    } } });
    const { data } = await house.answer(GIVE, { input: input(1) });
    expect(data).toMatchObject({ giveGrant: { person: { homes: [{}, {}], orders: null } } });
    expect(house.decided).toEqual([[person(1)], [person(1)]]);
  });

  test('is known to be sent once its fields are, also when what is below it then fails', async () => {
    let decisions = 0;
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK), decide: async () => {
      if (++decisions > 1) throw new HouseError('DECISIONS_UNAVAILABLE');
    } });
    const run = house.start(GIVE, { input: input(1) });
    expect(run.isSent()).toBe(false);
    await expect(run.fetch()).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
    expect(run.isSent()).toBe(true);
  });

  test('is not sent when nothing can be decided before it', async () => {
    const house = openHouse({ decide: async () => {
      throw new HouseError('DECISIONS_UNAVAILABLE');
    } });
    const run = house.start(GIVE, { input: input(1) });
    await expect(run.fetch()).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
    expect([run.isSent(), house.asked]).toEqual([false, []]);
  });

  test('stands when a later one cannot be sent, which says so of itself and of those after it', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK), replies: { housing: async () => {
      throw new HouseError('DECISIONS_UNAVAILABLE');
    } } });
    const run = house.start(`mutation ($give: GiveGrantInput!, $offer: OfferHomeInput!) {
      first: giveGrant(input: $give) { eventId } second: offerHome(input: $offer) { eventId } third: exclude(input: $give) { eventId } }`, { give: input(1), offer: input(1) });
    await expect(run.fetch()).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
    expect([run.isSent(), mutations(house).map(({ subgraph }) => subgraph)]).toEqual([true, ['consent', 'housing']]);
    const { data, errors } = run.answer();
    expect(data).toEqual({ first: { eventId: 'e1' }, second: null, third: null });
    expect(errors.map(({ path, extensions }) => [path, extensions?.code])).toEqual([[['second'], 'DECISIONS_UNAVAILABLE'], [['third'], 'DECISIONS_UNAVAILABLE']]);
  });

  test('that was sent stays done when the person may not be named any more', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    const run = house.start(GIVE, { input: input(1) });
    await run.fetch();
    house.people.set(person(1), UNKNOWN);
    expect(run.answer()).toEqual({ data: { giveGrant: { eventId: 'e1', person: null } }, errors: [], sharing: [] });
  });

  test('that the subgraph refused keeps its code and none of its words', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK), replies: {
      consent: async () => ({ data: { giveGrant: null }, errors: [{ message: 'Morag', path: ['giveGrant'], extensions: { code: 'KEY_REUSED' } }] }),
    } });
    const { data, errors } = await house.answer(GIVE, { input: input(1) });
    expect(data).toEqual({ giveGrant: null });
    expect(errors).toEqual([{ message: expect.not.stringContaining('Morag'), path: ['giveGrant'], extensions: { code: 'KEY_REUSED', subgraph: 'consent' } }]);
  });

  test('whose subgraph did not answer says so, and is not sent again', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK), replies: { consent: down } });
    const { data, errors } = await house.answer(GIVE, { input: input(1) });
    expect({ data, code: errors.map(({ extensions, path }) => [extensions?.code, path]) }).toEqual({ data: { giveGrant: null }, code: [['SUBGRAPH_UNAVAILABLE', ['giveGrant']]] });
    expect(house.asked).toHaveLength(1);
  });
});

describe('fetching again', () => {
  const QUERY = '{ caseload(first: 2) { edges { cursor person { id homes { area } orders { hours } } } } }';

  test('asks only about the people who changed, and never a root field', async () => {
    const house = openHouse({ people: everybody(2, () => OPEN_BOOK) });
    const run = house.start(QUERY);
    await run.fetch();
    const before = house.asked.length;
    house.people.set(person(2), sharing('CONVICTIONS'));
    await run.fetchAgain(new Set([person(2)]));
    expect(house.asked.slice(before).map(({ subgraph, use, people }) => [subgraph, use, people])).toEqual([['justice', 'joined', [person(2)]]]);
    expect(run.answer().data).toMatchObject({ caseload: { edges: [{ person: { homes: [{}, {}], orders: [{}, {}] } }, { cursor: 'c1', person: { id: clientId(2), homes: null, orders: [{}, {}] } }] } });
  });

  test('forgets what was fetched before: more shared later is not what was fetched earlier', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    const run = house.start(QUERY);
    await run.fetch();
    house.people.set(person(1), sharing('WHERE_I_LIVE'));
    await run.fetchAgain(new Set([person(1)]));
    house.people.set(person(1), OPEN_BOOK);
    expect(run.answer().data).toMatchObject({ caseload: { edges: [{ person: { homes: [{}, {}], orders: null } }, {}] } });
    expect(run.touched()).toMatchObject([{ released: maskOf('WHERE_I_LIVE') }]);
  });

  test('does not decide again: the change said what holds', async () => {
    const house = openHouse({ people: everybody(2, () => OPEN_BOOK) });
    const run = house.start(QUERY);
    await run.fetch();
    await run.fetchAgain(new Set([person(1), person(2)]));
    expect(house.decided).toHaveLength(1);
  });

  test('forgets the errors of those people and keeps the others\'', async () => {
    let broken = true;
    const house = openHouse({ people: everybody(2, () => OPEN_BOOK), replies: { justice: async (asked, honest) => (broken ? down(asked, honest) : honest()) } });
    const run = house.start(QUERY);
    await run.fetch();
    expect(run.answer().errors.map(({ path }) => path)).toEqual([['caseload', 'edges']]);
    broken = false;
    await run.fetchAgain(new Set([person(1)]));
    const { errors, sharing: states } = run.answer();
    expect(errors.map(({ path }) => path)).toEqual([['caseload', 'edges', 1, 'person']]);
    expect(states.map(({ category, state }) => [category, state])).toEqual([
      ['CONVICTIONS', 'SHARED'], ['WHERE_I_LIVE', 'SHARED'], ['CONVICTIONS', 'UNAVAILABLE'], ['WHERE_I_LIVE', 'SHARED'],
    ]);
  });

  test('reaches a person wherever they stand', async () => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    const run = house.start('{ me { orders { hours } } search { ... on Person { orders { hours } } } }');
    await run.fetch();
    house.people.set(person(1), sharing());
    await run.fetchAgain(new Set([person(1)]));
    house.people.set(person(1), OPEN_BOOK);
    expect(run.answer().data).toEqual({ me: { orders: null }, search: [{ orders: null }, null, {}] });
  });
});
