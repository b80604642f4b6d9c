import { describe, expect, test } from '@jest/globals';
import { maskOf } from '@thegither/consent';
import type { SubgraphAnswer } from './ports.ts';
import { OPEN_BOOK, type Reply, clientId, everybody, openHouse, person } from './testing/house.ts';
import { idOf } from './testing/identifiers.ts';

const QUERY = '{ caseload(first: 2) { edges { person { id homes { area } } } } }';

type Entity = Record<string, unknown>;
type Change = (entities: (Entity | null)[]) => unknown;

/** A housing service that changes its own honest entities before it sends them. */
const housing = (change: Change): { housing: Reply } => ({
  housing: async (_asked, honest) => {
    const answer = await honest();
    return { ...answer, data: { _entities: change((answer.data as { _entities: Entity[] })._entities) } };
  },
});

const answered = async (replies: ReturnType<typeof housing>) => openHouse({ people: everybody(2, () => OPEN_BOOK), replies }).answer(QUERY);
const honest = async () => openHouse({ people: everybody(2, () => OPEN_BOOK) }).answer(QUERY);
/** A housing service that reports these errors, beside its honest data or some other. */
const erring = async (errors: unknown, ...data: unknown[]) => answered({
  housing: async (_asked, honestly) => ({ ...(data.length ? { data: data[0] } : await honestly()), errors } as SubgraphAnswer),
});

/** A consent service that answers root fields with this. */
const consent = (data: unknown): { consent: Reply } => ({ consent: async () => ({ data }) });
const ref = (n: number) => ({ __typename: 'Person', id: idOf('consent', person(n)) });

const poisoned = (id: string): string =>
  `{"__typename":"Person","id":"${id}","__proto__":{"rent":{"standing":"x"},"polluted":1},"constructor":{"prototype":{"polluted":1}},`
  + '"homes":[{"area":"Leith","__proto__":{"polluted":1}}]}';

const code = { extensions: { code: 'SUBGRAPH_ERROR', subgraph: 'housing' } };
const at = (...path: (string | number)[]) => expect.objectContaining({ ...code, path: ['caseload', 'edges', ...path] });

describe('a hop\'s answer is read as what was asked, and as nothing else', () => {
  test('fields that nobody asked for do not pass', async () => {
    const changed = await answered(housing((entities) => entities.map((each) => ({ ...each, rent: { standing: 'BEHIND' }, name: 'forged', orders: [{ hours: 1 }] }))));
    expect(changed).toEqual(await honest());
  });

  test('nor inside what was asked', async () => {
    const changed = await answered(housing((entities) => entities.map((each) => ({ ...each, homes: (each!.homes as object[]).map((home) => ({ ...home, note: 'x' })) }))));
    expect(changed).toEqual(await honest());
  });

  test('a withheld field that is volunteered does not pass', async () => {
    const house = openHouse({ people: new Map([[person(1), { ...OPEN_BOOK, granted: maskOf('WHERE_I_LIVE') }]]), replies: housing((all) => all.map((each) => ({ ...each, rent: { standing: 'BEHIND' } }))) });
    const { data } = await house.answer('query ($id: PersonId!) { person(id: $id) { homes { area } rent { standing } } }', { id: clientId(1) });
    expect(data).toMatchObject({ person: { rent: null } });
  });

  test.each<{ what: string; change: Change }>([
    { what: 'another person\'s id', change: ([first, second]) => [{ ...first, id: idOf('housing', person(2)) }, second] },
    { what: 'an id of another audience', change: ([first, second]) => [{ ...first, id: idOf('consent', person(1)) }, second] },
    { what: 'no id', change: ([first, second]) => [{ ...first, id: undefined }, second] },
    { what: 'another type', change: ([first, second]) => [{ ...first, __typename: 'Office' }, second] },
    { what: 'no type', change: ([first, second]) => [{ ...first, __typename: undefined }, second] },
    { what: 'a list', change: ([, second]) => [[], second] },
    { what: 'text', change: ([, second]) => ['x', second] },
  ])('an entity with $what is none', async ({ change }) => {
    const { data, errors, sharing } = await answered(housing(change));
    expect(data).toMatchObject({ caseload: { edges: [{ person: { id: clientId(1), homes: null } }, { person: { id: clientId(2), homes: [{ area: 'Leith' }, {}] } }] } });
    expect(errors).toEqual([at(0, 'person')]);
    expect(sharing.map(({ state }) => state)).toEqual(['UNAVAILABLE', 'SHARED']);
  });

  test('entities in another order are nobody\'s', async () => {
    const { data, errors } = await answered(housing((entities) => entities.toReversed()));
    expect(data).toMatchObject({ caseload: { edges: [{ person: { homes: null } }, { person: { homes: null } }] } });
    expect(errors).toEqual([at(0, 'person'), at(1, 'person')]);
  });

  test.each<{ what: string; change: Change }>([
    { what: 'too few', change: (entities) => entities.slice(1) },
    { what: 'too many', change: (entities) => [...entities, ...entities] },
    { what: 'no list', change: () => ({ 0: {}, length: 2 }) },
    { what: 'nothing', change: () => null },
  ])('$what entities are none at all', async ({ change }) => {
    const { data, errors, sharing } = await answered(housing(change));
    expect(data).toMatchObject({ caseload: { edges: [{ person: { homes: null } }, { person: { homes: null } }] } });
    expect(errors).toEqual([expect.objectContaining({ ...code, path: ['caseload', 'edges'] })]);
    expect(sharing.map(({ state }) => state)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  });

  test.each<{ what: string; homes: unknown; path: (string | number)[]; got: unknown }>([
    { what: 'text for a list', homes: 'x', path: ['homes'], got: null },
    { what: 'an object for a list', homes: { area: 'x' }, path: ['homes'], got: null },
    { what: 'text for an object', homes: ['x'], path: ['homes', 0], got: null },
    { what: 'a number for text', homes: [{ area: 7 }], path: ['homes', 0, 'area'], got: [{ area: null }] },
    { what: 'an object for text', homes: [{ area: { secret: 1 } }], path: ['homes', 0, 'area'], got: [{ area: null }] },
    { what: 'a missing field', homes: [{}], path: ['homes', 0, 'area'], got: [{ area: null }] },
  ])('$what is null, and said at its place', async ({ homes, path, got }) => {
    const { data, errors } = await answered(housing(([first, second]) => [{ ...first, homes }, second]));
    expect(data).toMatchObject({ caseload: { edges: [{ person: { homes: got } }, {}] } });
    expect(errors).toEqual([at(0, 'person', ...path)]);
  });

  test.each([
    { what: 'a value that the enum does not have', homes: '{ tenure }', sent: { tenure: 'CASTLE' } },
    { what: 'a fraction for a whole number', homes: '{ since }', sent: { since: 1.5 } },
  ])('$what is null', async ({ homes, sent }) => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK), replies: housing(([first]) => [{ ...first, homes: [sent] }]) });
    const { errors } = await house.answer(`{ me { homes ${homes} } }`);
    expect(errors).toEqual([expect.objectContaining(code)]);
  });

  test.each<{ what: string; homes: unknown; path: (string | number)[] }>([
    { what: 'in a list', homes: [{ area: 'Leith', tenure: 'OWNED' }, null], path: [1] },
    { what: 'in an object', homes: [{ area: 'Leith', tenure: 'OWNED' }, { area: 'Leith', tenure: null }], path: [1, 'tenure'] },
    { what: 'where something else stands', homes: [{ area: 'Leith', tenure: 'CASTLE' }], path: [0, 'tenure'] },
  ])('null $what where the schema promises a value is not taken for "there is nothing"', async ({ homes, path }) => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK), replies: housing(([first]) => [{ ...first, homes }]) });
    const { data, errors, sharing } = await house.answer('{ me { homes { area tenure } } }');
    expect(data).toEqual({ me: { homes: null } });
    expect(errors).toEqual([expect.objectContaining({ ...code, path: ['me', 'homes', ...path] })]);
    expect(sharing.map(({ state }) => state)).toEqual(['UNAVAILABLE']);
  });
});

describe('prototypes stay what they are', () => {
  test('__proto__ and constructor in an answer reach nothing', async () => {
    const replies: { housing: Reply } = { housing: async (asked) => {
      const ids = (asked.variables.representations as { id: string }[]).map(({ id }) => id);
      return JSON.parse(`{"__proto__":{"polluted":1},"data":{"__proto__":{"polluted":1},"_entities":[${ids.map(poisoned).join(',')}]}}`) as SubgraphAnswer;
    } };
    const { data, errors } = await openHouse({ people: everybody(2, () => OPEN_BOOK), replies }).answer(QUERY);
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toBe(JSON.stringify({ caseload: { edges: [1, 2].map((n) => ({ person: { id: clientId(n), homes: [{ area: 'Leith' }] } })) } }));
    expect('polluted' in {}).toBe(false);
  });

  test('an answer has no prototype to speak of', async () => {
    const { data } = await honest();
    expect(['toString', 'constructor', 'hasOwnProperty'].filter((name) => name in data!)).toEqual([]);
  });
});

describe('what a subgraph says of an error is not told on', () => {
  test.each([
    { sent: { message: 'Morag owes 400', path: ['_entities', 1, 'homes', 0, 'area'] }, path: [1, 'person', 'homes', 0, 'area'] },
    { sent: { message: 'Morag', path: ['_entities', 1, 'homes', 0, 'Morag owes', 400] }, path: [1, 'person', 'homes', 0] },
    { sent: { message: 'Morag', path: ['_entities', 1, 'Morag'] }, path: [1, 'person'] },
    { sent: { message: 'Morag', path: ['_entities', 1, 'homes', 19771231] }, path: [1, 'person', 'homes'] },
    { sent: { message: 'Morag', path: ['_entities', 7] }, path: [] },
    { sent: { message: 'Morag' }, path: [] },
    { sent: 'Morag', path: [] },
    { sent: { path: 'Morag' }, path: [] },
  ])('no word of it and no unasked step of its path: $path', async ({ sent, path }) => {
    const { errors } = await erring([sent]);
    expect(errors).toEqual([at(...path)]);
    expect(JSON.stringify(errors)).not.toContain('Morag');
  });

  test.each([
    { sent: { code: 'FORBIDDEN' }, told: 'FORBIDDEN' },
    { sent: { code: 'DECISION_REFUSED' }, told: 'SUBGRAPH_ERROR' },
    { sent: { code: 'DONE_NOT_SHOWN' }, told: 'SUBGRAPH_ERROR' },
    { sent: { code: 'INTERNAL_SERVER_ERROR' }, told: 'SUBGRAPH_ERROR' },
    { sent: { code: 'toString' }, told: 'SUBGRAPH_ERROR' },
    { sent: { code: 7 }, told: 'SUBGRAPH_ERROR' },
    { sent: undefined, told: 'SUBGRAPH_ERROR' },
  ])('of codes only ours: $sent', async ({ sent, told }) => {
    const { errors } = await erring([{ message: 'x', extensions: sent }], null);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual([told]);
  });

  test('errors that are no list are one error', async () => {
    const { errors, sharing } = await erring('Morag', null);
    expect(errors).toEqual([at()]);
    expect(sharing.map(({ state }) => state)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  });

  test('a category that failed for one person is UNAVAILABLE for that one alone', async () => {
    const { sharing } = await answered({ housing: async (_asked, honestly) => {
      const { data } = await honestly();
      const [first, second] = (data as { _entities: Entity[] })._entities;
      return { data: { _entities: [{ ...first, homes: null }, { ...second, homes: null }] }, errors: [{ message: 'x', path: ['_entities', 0, 'homes'] }] };
    } });
    expect(sharing.map(({ state }) => state)).toEqual(['UNAVAILABLE', 'SHARED']);
  });
});

describe('a root field\'s answer is about those who were named', () => {
  const people = everybody(3, () => OPEN_BOOK);

  test('another person in the place of the one who was asked for is nobody', async () => {
    const { data, errors } = await openHouse({ people, replies: consent({ person: ref(2) }) }).answer('query ($id: PersonId!) { person(id: $id) { id } }', { id: clientId(1) });
    expect(data).toEqual({ person: null });
    expect(errors).toEqual([expect.objectContaining({ path: ['person'], extensions: { code: 'SUBGRAPH_ERROR', subgraph: 'consent' } })]);
  });

  test('people in another order are nobody, and so is a list of another length', async () => {
    const ids = [clientId(1), clientId(2)];
    const swapped = await openHouse({ people, replies: consent({ people: [ref(2), ref(2)] }) }).answer('query ($ids: [PersonId!]!) { people(ids: $ids) { id } }', { ids });
    expect(swapped.data).toEqual({ people: [null, { id: clientId(2) }] });
    const longer = await openHouse({ people, replies: consent({ people: [ref(1), ref(2), ref(3)] }) }).answer('query ($ids: [PersonId!]!) { people(ids: $ids) { id } }', { ids });
    expect(longer.data).toBeNull();
    expect(longer.errors).toEqual([expect.objectContaining({ path: ['people'] })]);
  });

  test.each([null, 'x', [], { edges: [] }, undefined])('garbage is nothing, with an error: %j', async (data) => {
    const { data: told, errors } = await openHouse({ people, replies: consent(data) }).answer('{ me { id homes { area } } }');
    expect(told).toEqual({ me: null });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['SUBGRAPH_ERROR']);
  });
});
