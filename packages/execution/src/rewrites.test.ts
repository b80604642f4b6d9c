import { describe, expect, test } from '@jest/globals';
import { maskOf } from '@thegither/consent';
import type { SpineId } from '@thegither/vocabulary';
import { readGraphs } from './graphs.ts';
import type { Decided, SubgraphAnswer } from './ports.ts';
import { CLIENT, OPEN_BOOK, UNKNOWN, clientId, everybody, person, sharing } from './testing/house.ts';
import { idOf } from './testing/identifiers.ts';
import { openWorks, publishedWorks } from './testing/works.ts';

const OWNERS = '{ works { owners { id homes { area } } } }';
const home = [{ area: 'Leith' }];

/** People 1 and 3 share everything; person 2 as the test says. */
const withSecond = (second: Decided): Map<SpineId, Decided> => new Map([[person(1), OPEN_BOOK], [person(2), second], [person(3), OPEN_BOOK]]);

/** The songs of the answer, whose owners are renamed. */
const songsOf = (data: unknown): unknown[] => (data as { works: unknown[] }).works.slice(1);

/** Changes the songs that the consent service answers. */
const songs = (change: (song: Record<string, unknown>) => object) => (answer: SubgraphAnswer): SubgraphAnswer => {
  const { works } = answer.data as { works?: Record<string, unknown>[] };
  return works ? { ...answer, data: { works: works.map((each) => (each.__typename === 'Song' ? change(each) : each)) } } : answer;
};

test('the planner renames here, else nothing below would be tested', async () => {
  const house = openWorks(withSecond(OPEN_BOOK));
  await house.answer(OWNERS);
  expect(house.askedOf('consent')[0]).toContain('...on Song{__typename owners__alias_0:owners{__typename id}}');
});

describe('people below a field that the planner renames', () => {
  test('stand under the caller\'s key, by the caller\'s ids, with what they share', async () => {
    const { data, errors } = await openWorks(withSecond(OPEN_BOOK)).answer(OWNERS);
    expect(errors).toEqual([]);
    expect(songsOf(data)).toEqual([{ owners: [{ id: clientId(2), homes: home }, { id: clientId(1), homes: home }] }, { owners: null }]);
  });

  test('have what is asked of them behind the interface and of the one type put together', async () => {
    const { data, errors } = await openWorks(withSecond(OPEN_BOOK)).answer('{ best { owners { id } ... on Song { owners { homes { area } } } } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ best: { owners: [{ id: clientId(2), homes: home }, { id: clientId(1), homes: home }] } });
  });

  test('are not asked about for what they do not share', async () => {
    const house = openWorks(withSecond(sharing('SKILLS')));
    const { data, sharing: states } = await house.answer(OWNERS);
    expect(songsOf(data)[0]).toEqual({ owners: [{ id: clientId(2), homes: null }, { id: clientId(1), homes: home }] });
    const asked = house.asked.filter(({ subgraph }) => subgraph === 'housing');
    expect(asked.map(({ people }) => people)).toEqual([[person(1)]]);
    expect(JSON.stringify(asked)).not.toContain(idOf('housing', person(2)));
    expect(states.map(({ person: id, state }) => [id, state])).toEqual([[clientId(1), 'SHARED'], [clientId(2), 'NOT_SHARED']]);
  });

  test('are null when they are unknown', async () => {
    const { data } = await openWorks(withSecond(UNKNOWN)).answer(OWNERS);
    expect(songsOf(data)[0]).toEqual({ owners: [null, { id: clientId(1), homes: home }] });
  });

  test('show no id of any other audience', async () => {
    const answer = await openWorks(withSecond(OPEN_BOOK)).answer(OWNERS);
    const others = ['consent', 'housing', 'gallery'].flatMap((audience) => [1, 2, 3].map((n) => idOf(audience, person(n))));
    expect(others.filter((id) => JSON.stringify(answer).includes(id))).toEqual([]);
    expect(JSON.stringify(answer)).toContain(idOf(CLIENT, person(2)));
  });

  test('are put back and fetched anew when what they share changes', async () => {
    const house = openWorks(withSecond(OPEN_BOOK));
    const run = house.start(OWNERS);
    await run.fetch();
    expect(songsOf(run.answer().data)[0]).toMatchObject({ owners: [{ homes: home }, { homes: home }] });
    house.people.set(person(2), sharing('HOUSING_MONEY'));
    await run.fetchAgain(new Set([person(2)]));
    expect(songsOf(run.answer().data)[0]).toMatchObject({ owners: [{ homes: null }, { homes: home }] });
    expect(house.asked.filter(({ subgraph }) => subgraph === 'housing')).toHaveLength(1);
    expect(run.touched().find((each) => each.person === person(2))).toMatchObject({ asked: maskOf('WHERE_I_LIVE'), released: 0n });
  });

  test.each<{ what: string; change: (song: Record<string, unknown>) => object }>([
    { what: 'the name that was not asked for', change: (song) => ({ ...song, owners: [{ __typename: 'Person', id: idOf('consent', person(3)) }] }) },
    { what: 'another made-up name', change: (song) => ({ ...song, owners__alias_1: [{ __typename: 'Person', id: idOf('consent', person(3)) }] }) },
    { what: 'a person\'s field that is withheld', change: (song) => ({ ...song, owners__alias_0: (song.owners__alias_0 as object[] | null)?.map((each) => ({ ...each, homes: [{ area: 'forged' }], rent: { standing: 'forged' } })) ?? null }) },
  ])('what a subgraph volunteers under $what does not pass', async ({ change }) => {
    const people = withSecond(sharing('SKILLS'));
    const honest = await openWorks(people).answer(OWNERS);
    expect(await openWorks(people, { consent: songs(change) }).answer(OWNERS)).toEqual(honest);
  });

  test('are null under an id of another audience', async () => {
    const { data, errors } = await openWorks(withSecond(OPEN_BOOK), {
      consent: songs((song) => ({ ...song, owners__alias_0: [{ __typename: 'Person', id: idOf('housing', person(2)) }] })),
    }).answer(OWNERS);
    expect(songsOf(data)).toEqual([{ owners: [null] }, { owners: [null] }]);
    expect(errors).toEqual([]);
  });

  test('have their errors told under the caller\'s key', async () => {
    const complaint = { message: 'Morag', path: ['works', 1, 'owners__alias_0', 0] };
    const { errors } = await openWorks(withSecond(OPEN_BOOK), { consent: (answer) => ({ ...answer, errors: [complaint] }) }).answer(OWNERS);
    expect(errors.map(({ path }) => path)).toContainEqual(['works', 1, 'owners', 0]);
    expect(JSON.stringify(errors)).not.toContain('alias');
  });
});

describe('a caller\'s alias carries its own field and no other', () => {
  const second = sharing('SKILLS');

  test.each<{ query: string; data: unknown }>([
    { query: '{ best { owners { id } ... on Song { owners__alias_0: title } } }', data: { best: { owners: [{ id: clientId(2) }, { id: clientId(1) }], owners__alias_0: 'title of w2' } } },
    { query: '{ best { ... on Song { owners__alias_0: title } owners { id } } }', data: { best: { owners__alias_0: 'title of w2', owners: [{ id: clientId(2) }, { id: clientId(1) }] } } },
    { query: '{ best { title: stars stars: title } }', data: { best: { title: 4, stars: 'title of w2' } } },
    { query: '{ best { id: title rank stars } }', data: { best: { id: 'title of w2', rank: 2, stars: 4 } } },
    { query: '{ best { ...F } } fragment F on Work { rank: id id: rank }', data: { best: { rank: 'w2', id: 2 } } },
    { query: '{ me__alias_0: me { id } me { rent { standing } } }', data: { me__alias_0: { id: clientId(1) }, me: { rent: { standing: 'UP_TO_DATE' } } } },
    { query: '{ best { owners { homes: sharing { category } sharing: homes { area } } } }', data: { best: { owners: [{ homes: [{ category: 'SKILLS' }], sharing: null }, { homes: [{ category: 'SKILLS' }], sharing: home }] } } },
    { query: '{ best { owners { homes__alias_0: homes { area } rent: homes { area } } } }', data: { best: { owners: [{ homes__alias_0: null, rent: null }, { homes__alias_0: home, rent: home }] } } },
  ])('$query', async ({ query, data }) => {
    const house = openWorks(withSecond(second));
    const answer = await house.answer(query);
    expect(JSON.parse(JSON.stringify(answer.data))).toEqual(data);
    expect(answer.errors).toEqual([]);
    expect(house.asked.filter(({ subgraph }) => subgraph === 'housing').flatMap(({ people }) => people)).not.toContain(person(2));
  });

  test('and its errors are told under it', async () => {
    const { errors } = await openWorks(withSecond(second), {
      gallery: (answer) => ({ ...answer, errors: [{ path: ['_entities', 0, 'as_0'] }] }),
    }).answer('{ best { rank: title } }');
    expect(errors.map(({ path }) => path)).toEqual([['best', 'rank']]);
  });
});

/** Asks while a subgraph calls the first of the entities that it answers something else. */
const hostile = (subgraph: 'ratings' | 'gallery' | 'streets', typename: string, query: string) => openWorks(everybody(3, () => OPEN_BOOK), {
  [subgraph]: (answer: SubgraphAnswer) => {
    const { _entities: entities } = answer.data as { _entities?: object[] };
    return entities ? { data: { _entities: entities.map((each, i) => (i === 0 ? { ...each, __typename: typename, id: idOf(subgraph, person(1)) } : each)) } } : answer;
  },
}).answer(query);

describe('an entity that is sent by the name of an interface', () => {
  const RANKED = '{ works { rank } }';
  test('is answered about as what it is', async () => {
    const house = openWorks(everybody(3, () => OPEN_BOOK));
    expect((await house.answer(RANKED)).data).toEqual({ works: [{ rank: 1 }, { rank: 2 }, { rank: 3 }] });
    expect(house.asked.at(-1)!.variables.representations).toEqual([{ __typename: 'Work', id: 'w1' }, { __typename: 'Work', id: 'w2' }, { __typename: 'Work', id: 'w3' }]);
  });

  test.each(['Song', 'Work', 'Person', 'Hall', '__proto__'])('and is nothing when it is answered about as a %s', async (typename) => {
    const { data, errors } = await hostile('ratings', typename, RANKED);
    expect(data).toEqual({ works: [{ rank: null }, { rank: 2 }, { rank: 3 }] });
    expect(errors.map(({ path }) => path)).toEqual([['works', 0]]);
  });

  test('need not be known when nobody asks what it is', async () => {
    const house = openWorks(everybody(3, () => OPEN_BOOK));
    expect((await house.answer('{ mapped { street } }')).data).toEqual({ mapped: [{ street: 'street of p1' }, { street: 'street of p2' }] });
    expect(house.asked.map(({ subgraph }) => subgraph)).toEqual(['streets']);
  });

  test('is found out when somebody asks', async () => {
    const { data } = await openWorks(new Map()).answer('{ mapped { __typename street ... on Hall { seats } } }');
    expect(data).toEqual({ mapped: [{ __typename: 'Hall', street: 'street of p1', seats: 400 }, { __typename: 'Park', street: 'street of p2' }] });
  });

  test.each(['Person', 'Film', 'Place', 'nothing'])('and stays unknown when it is said to be a %s', async (typename) => {
    const { data, errors } = await hostile('gallery', typename, '{ mapped { __typename street ... on Hall { seats } } }');
    expect(data).toEqual({ mapped: [null, { __typename: 'Park', street: 'street of p2' }] });
    expect(errors.map(({ path }) => path)).toEqual([['mapped', 0]]);
  });

  test.each(['Hall', 'Person'])('is stood in for by its interface alone, not by a %s', async (typename) => {
    const { data } = await hostile('streets', typename, '{ places { street name } }');
    expect(data).toEqual({ places: [{ street: null, name: 'Town hall' }, { street: 'street of p2', name: null }] });
  });

  test('is never a person: such a supergraph is refused as it is read', () => {
    const overPeople = publishedWorks.supergraphSdl
      .replace(/type Person\n/, 'type Person implements Place\n  @join__implements(graph: GALLERY, interface: "Place")\n')
      .replace('@join__type(graph: GALLERY, key: "id", resolvable: false)', '@join__type(graph: GALLERY, key: "id")')
      .replace(/(type Person implements[^{]*\{\n)/, '$1  name: String @join__field(graph: GALLERY)\n  street: String @join__field\n');
    expect(() => readGraphs(overPeople, publishedWorks.halves)).toThrow('an interface object that people stand behind');
  });
});
