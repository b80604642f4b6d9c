import { describe, expect, test } from '@jest/globals';
import { NOTHING, maskOf } from '@thegither/consent';
import { OPEN_BOOK, UNKNOWN, clientId, down, openHouse, person, sharing } from './testing/house.ts';

const WHOLE = `query ($id: PersonId!) { person(id: $id) {
  id homes { area note } rent { standing } orders { hours treatment } sharing { category } } }`;

const about = (shares: typeof OPEN_BOOK) => openHouse({ people: new Map([[person(1), shares]]) });

describe('what is not shared is not asked for', () => {
  test('a withheld category\'s subgraph is not asked', async () => {
    const house = about(sharing('WHERE_I_LIVE'));
    const { data, errors } = await house.answer(WHOLE, { id: clientId(1) });
    expect(house.askedOf('justice')).toEqual([]);
    expect(errors).toEqual([]);
    expect(data).toEqual({ person: {
      id: clientId(1), homes: [{ area: 'Leith', note: null }, { area: null, note: { by: 'x' } }], rent: null, orders: null, sharing: [{ category: 'SKILLS' }],
    } });
  });

  test('the text that is sent names no withheld field', async () => {
    const house = about(sharing('WHERE_I_LIVE', 'CONVICTIONS'));
    await house.answer(WHOLE, { id: clientId(1) });
    expect(house.askedOf('housing').map(({ query }) => query)).toEqual([expect.not.stringContaining('rent')]);
    expect(house.askedOf('justice').map(({ query }) => query)).toEqual([expect.not.stringContaining('treatment')]);
  });

  test.each([
    { shares: ['CONVICTIONS'], orders: [{ hours: 40, treatment: null }, { hours: null, treatment: null }] },
    { shares: ['CONVICTIONS', 'MENTAL_HEALTH_AND_RECOVERY'], orders: [{ hours: 40, treatment: ['DRUG'] }, { hours: null, treatment: null }] },
    { shares: ['MENTAL_HEALTH_AND_RECOVERY'], orders: null },
    { shares: [], orders: null },
  ])('a stricter field inside needs both: $shares', async ({ shares, orders }) => {
    const { data } = await about(sharing(...shares)).answer(WHOLE, { id: clientId(1) });
    expect(data?.person).toMatchObject({ orders });
  });

  test.each([
    { shares: ['HOUSING_MONEY'], argument: '', rent: { standing: 'UP_TO_DATE' } },
    { shares: ['HOUSING_MONEY'], argument: '(orderedBy: "x")', rent: null },
    { shares: ['SKILLS'], argument: '(orderedBy: "x")', rent: null },
    { shares: ['HOUSING_MONEY', 'SKILLS'], argument: '(orderedBy: "x")', rent: { standing: 'UP_TO_DATE' } },
  ])('an argument that tells needs its category too: $shares, rent$argument', async ({ shares, argument, rent }) => {
    const house = about(sharing(...shares));
    const { data } = await house.answer(`query ($id: PersonId!) { person(id: $id) { rent${argument} { standing } } }`, { id: clientId(1) });
    expect(data).toEqual({ person: { rent } });
    expect(house.askedOf('housing')).toHaveLength(rent ? 1 : 0);
  });

  test('what the agency holds itself is fetched like what was granted', async () => {
    const house = about({ ...sharing(), own: maskOf('HOUSING_MONEY') });
    const { data, sharing: states } = await house.answer('query ($id: PersonId!) { person(id: $id) { rent { standing } } }', { id: clientId(1) });
    expect(data).toEqual({ person: { rent: { standing: 'UP_TO_DATE' } } });
    expect(states).toEqual([{ person: clientId(1), category: 'HOUSING_MONEY', state: 'SHARED_OWN_ONLY', owner: 'housing', next: 'NONE' }]);
  });

  test('a variable that only a withheld field used is not sent', async () => {
    const house = about(sharing('WHERE_I_LIVE'));
    await house.answer('query ($id: PersonId!, $by: String) { person(id: $id) { homes { area } rent(orderedBy: $by) { standing } } }', { id: clientId(1), by: 'secret' });
    expect(JSON.stringify(house.asked)).not.toContain('secret');
  });
});

describe('the answer is checked once more as it leaves', () => {
  test('what was withdrawn since the fetch is not told', async () => {
    const house = about(OPEN_BOOK);
    const run = house.start(WHOLE, { id: clientId(1) });
    await run.fetch();
    house.people.set(person(1), sharing('HOUSING_MONEY', 'MENTAL_HEALTH_AND_RECOVERY'));
    expect(run.answer().data).toEqual({ person: { id: clientId(1), homes: null, rent: { standing: 'UP_TO_DATE' }, orders: null, sharing: [{ category: 'SKILLS' }] } });
  });

  test('somebody who is not known any more stands nowhere, and no entry is about them', async () => {
    const house = openHouse({ people: new Map([[person(1), OPEN_BOOK], [person(2), OPEN_BOOK]]) });
    const run = house.start('{ caseload(first: 2) { edges { person { id homes { area } } } } search { ... on Person { id } } }');
    await run.fetch();
    house.people.set(person(1), UNKNOWN);
    const { data, sharing: states } = run.answer();
    expect(data).toMatchObject({ caseload: { edges: [{ person: null }, { person: { id: clientId(2) } }] }, search: [null, null, {}] });
    expect(states.map((entry) => entry.person)).toEqual([clientId(2)]);
    expect(run.touched().map((entry) => entry.person)).toEqual([person(2)]);
  });
});

describe('what an answer says of each category', () => {
  test('one entry for each person and category, in the order of appearance and of the register', async () => {
    const house = openHouse({ people: new Map([[person(1), sharing('CONVICTIONS')], [person(2), sharing('WHERE_I_LIVE')]]) });
    const { sharing: states } = await house.answer(`query ($a: PersonId!, $b: PersonId!) {
      second: person(id: $b) { homes { area } } first: person(id: $a) { orders { treatment } } again: person(id: $b) { rent { standing } homes { note } } }`,
    { a: clientId(1), b: clientId(2) });
    expect(states.map((entry) => [entry.person, entry.category, entry.state, entry.next])).toEqual([
      [clientId(2), 'WHERE_I_LIVE', 'SHARED', 'NONE'],
      [clientId(2), 'HOUSING_MONEY', 'NOT_SHARED', 'ASK'],
      [clientId(1), 'MENTAL_HEALTH_AND_RECOVERY', 'NOT_SHARED', 'ASK'],
      [clientId(1), 'CONVICTIONS', 'SHARED', 'NONE'],
    ]);
  });

  test('the caller\'s own words come first, whoever the person is', async () => {
    const house = openHouse({ people: new Map([[person(1), OPEN_BOOK]]), words: { ROLE_LIMIT: maskOf('CONVICTIONS') } });
    const { sharing: states } = await house.answer('query ($id: PersonId!) { person(id: $id) { orders { hours } } }', { id: clientId(1) });
    expect(states.map(({ state }) => state)).toEqual(['ROLE_LIMIT']);
  });

  test('what was withdrawn is NOT_SHARED, also where its source was down', async () => {
    const house = openHouse({ people: new Map([[person(1), OPEN_BOOK]]), replies: { housing: down } });
    const run = house.start('query ($id: PersonId!) { person(id: $id) { homes { area } } }', { id: clientId(1) });
    await run.fetch();
    expect(run.answer().sharing.map(({ state }) => state)).toEqual(['UNAVAILABLE']);
    house.people.set(person(1), sharing());
    expect(run.answer().sharing.map(({ state }) => state)).toEqual(['NOT_SHARED']);
  });

  test('a source that is down is UNAVAILABLE where it is shared, and nowhere else', async () => {
    const house = openHouse({ people: new Map([[person(1), sharing('WHERE_I_LIVE', 'CONVICTIONS')]]), replies: { housing: down } });
    const { data, errors, sharing: states } = await house.answer(WHOLE, { id: clientId(1) });
    expect(data).toMatchObject({ person: { homes: null, rent: null, orders: [{ hours: 40 }, { hours: null }] } });
    expect(errors).toEqual([{ message: expect.any(String), path: ['person'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'housing' } }]);
    expect(states.map(({ category, state, next }) => [category, state, next])).toEqual([
      ['MENTAL_HEALTH_AND_RECOVERY', 'NOT_SHARED', 'ASK'], ['CONVICTIONS', 'SHARED', 'NONE'], ['WHERE_I_LIVE', 'UNAVAILABLE', 'RETRY'], ['HOUSING_MONEY', 'NOT_SHARED', 'ASK'],
    ]);
  });
});

describe('what a disclosure will record', () => {
  test('it is what was asked, what of it the answer shows, and whether the person only stood in a list', async () => {
    const house = openHouse({ people: new Map([[person(1), sharing('WHERE_I_LIVE', 'MENTAL_HEALTH_AND_RECOVERY')], [person(2), sharing()]]) });
    const run = house.start('query ($id: PersonId!) { person(id: $id) { homes { area } } caseload(first: 2) { edges { person { orders { treatment } } } } }', { id: clientId(1) });
    await run.fetch();
    expect(run.touched()).toEqual([
      { person: person(1), asked: maskOf('WHERE_I_LIVE', 'CONVICTIONS', 'MENTAL_HEALTH_AND_RECOVERY'), released: maskOf('WHERE_I_LIVE'), listed: false },
      { person: person(2), asked: maskOf('CONVICTIONS', 'MENTAL_HEALTH_AND_RECOVERY'), released: NOTHING, listed: true },
    ]);
  });

  test('it is of each in a list what they share, and of the same person another time what they share then', async () => {
    const LIST = '{ caseload(first: 3) { edges { person { homes { area } orders { hours } } } } }';
    const released = async (...shared: string[]) => {
      const house = openHouse({ people: new Map([[person(1), sharing(...shared)], [person(2), sharing('CONVICTIONS')], [person(3), sharing(...shared)]]) });
      const run = house.start(LIST);
      await run.fetch();
      return run.touched().map((one) => one.released);
    };
    expect(await released('WHERE_I_LIVE')).toEqual([maskOf('WHERE_I_LIVE'), maskOf('CONVICTIONS'), maskOf('WHERE_I_LIVE')]);
    expect(await released()).toEqual([NOTHING, maskOf('CONVICTIONS'), NOTHING]);
  });

  test('who stands in a list and also alone did not only stand in a list', async () => {
    const house = openHouse({ people: new Map([[person(1), OPEN_BOOK]]) });
    const run = house.start('{ caseload(first: 1) { edges { person { id } } } me { id } }');
    await run.fetch();
    expect(run.touched()).toEqual([{ person: person(1), asked: NOTHING, released: NOTHING, listed: false }]);
  });

  test('what a subgraph did not deliver was not shown', async () => {
    const house = openHouse({ people: new Map([[person(1), OPEN_BOOK]]), replies: { housing: down } });
    const run = house.start(WHOLE, { id: clientId(1) });
    await run.fetch();
    expect(run.touched()).toMatchObject([{ released: maskOf('CONVICTIONS', 'MENTAL_HEALTH_AND_RECOVERY') }]);
  });
});
