import { describe, expect, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { OPEN_BOOK, clientId, everybody, openHouse, person, sharing } from './testing/house.ts';

const CASELOAD = 'query ($n: Int) { caseload(first: $n) { edges { person { id homes { area } rent { standing } orders { hours } } } } }';

describe('two hundred people', () => {
  const shares = [['WHERE_I_LIVE'], ['WHERE_I_LIVE', 'HOUSING_MONEY'], ['CONVICTIONS'], []];
  const house = () => openHouse({ people: everybody(200, (n) => sharing(...shares[n % 4]!)) });

  test('each subgraph is asked at most once for each distinct mask and hundred people, and each person stands in one question', async () => {
    const asking = house();
    await asking.answer(CASELOAD, { n: 200 });
    const housing = asking.askedOf('housing');
    expect(housing.map(({ people }) => people.length).toSorted((a, b) => a - b)).toEqual([50, 50]);
    expect(new Set(housing.map(({ query }) => query)).size).toBe(2);
    expect(asking.askedOf('justice').map(({ people }) => people.length)).toEqual([50]);
    expect(new Set(housing.flatMap(({ people }) => people)).size).toBe(100);
  });

  test('everybody gets what they share, and nothing else', async () => {
    const { data } = await house().answer(CASELOAD, { n: 200 });
    const edges = (data as { caseload: { edges: { person: Record<string, unknown> }[] } }).caseload.edges;
    expect(edges).toHaveLength(200);
    for (const [i, { person: each }] of edges.entries()) {
      const shared = shares[(i + 1) % 4]!;
      expect(each.id).toBe(clientId(i + 1));
      expect(['homes', 'rent', 'orders'].filter((key) => each[key] !== null)).toEqual(
        [['homes', 'WHERE_I_LIVE'], ['rent', 'HOUSING_MONEY'], ['orders', 'CONVICTIONS']].filter(([, category]) => shared.includes(category!)).map(([key]) => key),
      );
    }
  });

  test('the decision service is asked once for all hops of a moment', async () => {
    const asking = house();
    await asking.answer(CASELOAD, { n: 200 });
    expect(asking.decided.map((people) => people.length)).toEqual([200]);
  });

  test('more than a hundred of one mask are asked in hundreds', async () => {
    const asking = openHouse({ people: everybody(201, () => OPEN_BOOK) });
    await asking.answer(CASELOAD, { n: 201 });
    expect(asking.askedOf('housing').map(({ people }) => people.length)).toEqual([100, 100, 1]);
  });
});

const refuse = async (): Promise<void> => {
  throw new HouseError('DECISIONS_UNAVAILABLE');
};

test('masks that leave the same question are one group', async () => {
  const asking = openHouse({ people: everybody(2, (n) => (n === 1 ? sharing('WHERE_I_LIVE', 'SKILLS') : sharing('WHERE_I_LIVE', 'HOUSING_MONEY'))) });
  await asking.answer('{ caseload(first: 2) { edges { person { homes { area } rent(orderedBy: "x") { standing } } } } }');
  expect(asking.askedOf('housing').map(({ people }) => people)).toEqual([[person(1), person(2)]]);
});

test('a person who stands in several places is asked about once in each hop', async () => {
  const asking = openHouse({ people: everybody(1, () => OPEN_BOOK) });
  const { data } = await asking.answer('{ search { ... on Person { orders { hours } } } caseload(first: 1) { edges { person { orders { hours } } } } people: me { orders { hours } } }');
  expect(data).toMatchObject({ search: [{ orders: [{ hours: 40 }, {}] }, null, {}], people: { orders: [{ hours: 40 }, {}] } });
  expect(asking.decided).toEqual([[person(1)]]);
  for (const { variables } of asking.askedOf('justice')) expect(variables.representations).toHaveLength(1);
});

test('an entity of another type is asked about once too, and put in each of its places', async () => {
  const office = { __typename: 'Office', id: 'o1', name: 'Leith' };
  const asking = openHouse({ replies: { consent: async () => ({ data: { search: [office, { ...office, id: 'o2' }, office] } }) } });
  const { data } = await asking.answer('{ search { ... on Office { desks } } }');
  expect(data).toEqual({ search: [{ desks: 4 }, { desks: 4 }, { desks: 4 }] });
  expect(asking.askedOf('justice').map(({ variables }) => variables.representations)).toEqual([[{ __typename: 'Office', id: 'o1' }, { __typename: 'Office', id: 'o2' }]]);
});

test('a named person is decided before anything is fetched, and not again', async () => {
  const asking = openHouse({ people: everybody(1, () => OPEN_BOOK) });
  const run = asking.start('query ($id: PersonId!) { person(id: $id) { homes { area } } }', { id: clientId(1) });
  const fetching = run.fetch();
  expect(asking.decided).toEqual([]);
  await Promise.resolve();
  expect({ decided: asking.decided, asked: asking.asked }).toEqual({ decided: [[person(1)]], asked: [] });
  await fetching;
  expect(asking.decided).toEqual([[person(1)]]);
});

test('people about whom nothing more is fetched are decided all the same, with the others', async () => {
  const asking = openHouse({ people: everybody(3, () => OPEN_BOOK) });
  const { data } = await asking.answer('{ me { id } caseload(first: 3) { edges { person { id } } } search { ... on Person { orders { hours } } } }');
  expect(data).toMatchObject({ me: { id: clientId(1) }, caseload: { edges: [1, 2, 3].map((n) => ({ person: { id: clientId(n) } })) } });
  expect(asking.decided).toEqual([[person(1), person(2), person(3)]]);
});

test('entities of other types go beside people, whatever is shared', async () => {
  const asking = openHouse({ people: everybody(1, () => sharing()) });
  const { data } = await asking.answer('{ search { __typename ... on Person { orders { hours } } ... on Office { name desks } } }');
  expect(data).toEqual({ search: [{ __typename: 'Person', orders: null }, null, { __typename: 'Office', name: 'Leith office', desks: 4 }] });
  expect(JSON.stringify(asking.askedOf('justice'))).not.toContain('orders');
});

test('no decision ends the run: nothing more is sent and nothing is answered', async () => {
  const asking = openHouse({ people: everybody(3, () => OPEN_BOOK), decide: refuse });
  await expect(asking.start(CASELOAD, { n: 3 }).fetch()).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
  expect(asking.asked.map(({ subgraph }) => subgraph)).toEqual(['consent']);
});

test('no decision ends the run also where nothing more was to be fetched', async () => {
  await expect(openHouse({ decide: refuse }).start('{ me { id } }').fetch()).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
});

test('an error that is not a subgraph\'s ends the run', async () => {
  const asking = openHouse({
    people: everybody(1, () => OPEN_BOOK),
    replies: {
      justice: async () => {
        throw new HouseError('DEADLINE_PASSED');
      },
    },
  });
  await expect(asking.start(CASELOAD, { n: 1 }).fetch()).rejects.toMatchObject({ code: 'DEADLINE_PASSED' });
});

test('a run is fetched once', async () => {
  const run = openHouse().start('{ me { id } }');
  await run.fetch();
  await expect(run.fetch()).rejects.toMatchObject({ code: 'INTERNAL' });
});
