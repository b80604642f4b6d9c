import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DOMAINS } from '@thegither/vocabulary';
import { answerWith, cut, failing, garbage, html } from '../harness/faults.ts';
import { PATIENT } from '../harness/patient.ts';
import type { Fault, Recorded } from '../harness/proxy.ts';
import { shutDatabase } from '../harness/shutDatabase.ts';
import { startHouse, type Asked, type TestHouse } from '../harness/startHouse.ts';
import { readWholePicture, type Picture, type WholePicture } from './wholePicture.ts';

jest.setTimeout(60_000);

const LARGEST = 100_000;
const logged: string[] = [];
let house: TestHouse, picture: WholePicture, whole: Asked<Picture>;
beforeAll(async () => {
  house = await startHouse({ through: 'all', patience: { ...PATIENT, largestAnswer: LARGEST }, logTo: (line) => logged.push(line) });
  picture = await readWholePicture(house);
  whole = await picture.askUntilWhole();
});
afterAll(() => house.stop());
beforeEach(() => {
  for (const room of DOMAINS) {
    house.proxy(room).mend();
    house.proxy(room).forget();
  }
});

/** The consent room has the doors, too: only its hops are out. */
const isHop = ({ text }: Recorded): boolean => text.includes('_entities(representations');
const codesOf = ({ body }: Asked<Picture>) => [...new Set(body.errors?.map(({ extensions }) => extensions.code))];

const huge = answerWith(`{"data":{"_entities":[{"__typename":"Person","knownAs":"${'Morag '.repeat(LARGEST / 5)}"}]}}`);
const FAULTS: Readonly<Record<string, Fault>> = {
  'is down': cut, 'fails': failing, 'answers with a page': html, 'answers with garbage': garbage, 'answers with nothing': answerWith(''), 'answers with more than is read': huge,
};

test('every room shares something of the two people, and everything is answered', () => {
  expect(whole.body.errors).toBeUndefined();
  const owners = new Set(whole.body.extensions!.sharing!.filter(({ state }) => state === 'SHARED').map(({ owner }) => owner));
  expect([...owners, 'referrals'].toSorted()).toEqual([...DOMAINS].toSorted());
  expect(whole.body.data!.people.map((person) => [person!.referrals !== null, person!.rentAccounts])).toEqual([[true, null], [true, null]]);
});

describe.each([...DOMAINS])('%s', (room) => {
  test.each(Object.entries(FAULTS))('a room that %s is UNAVAILABLE where it shares, and the rest is whole; it is back with the next question', async (_, fault) => {
    house.proxy(room).always(fault, isHop);
    const answer = await picture.ask();
    expect(answer.status).toBe(200);
    expect(picture.told(answer)).toEqual(picture.without(room, whole.body));
    expect(codesOf(answer)).toEqual(['SUBGRAPH_UNAVAILABLE']);

    house.proxy(room).mend();
    expect((await picture.ask()).text).toBe(whole.text);
  });
});

const json = (value: unknown, status = 200): Fault => answerWith(JSON.stringify(value), status);
const SECRET = 'Morag was in hospital';

test.each<[string, Fault, string]>([
  ['null', json(null), 'SUBGRAPH_UNAVAILABLE'],
  ['a list', json([]), 'SUBGRAPH_UNAVAILABLE'],
  ['a text', json(SECRET), 'SUBGRAPH_UNAVAILABLE'],
  ['an object of something else', json({ hello: SECRET }), 'SUBGRAPH_ERROR'],
  ['no data', json({ data: null }), 'SUBGRAPH_ERROR'],
  ['no entities', json({ data: { _entities: null } }), 'SUBGRAPH_ERROR'],
  ['too few entities', json({ data: { _entities: [] } }), 'SUBGRAPH_ERROR'],
  ['too many entities', json({ data: { _entities: Array.from({ length: 9 }, () => ({ __typename: 'Person', id: SECRET })) } }), 'SUBGRAPH_ERROR'],
  ['entities that are none', json({ data: { _entities: { 0: SECRET, length: 2 } } }), 'SUBGRAPH_ERROR'],
  ['errors that quote', json({ errors: [{ message: SECRET, path: [SECRET], extensions: { code: SECRET, stack: [SECRET] } }] }), 'SUBGRAPH_ERROR'],
  ['errors that are none', json({ data: null, errors: SECRET }), 'SUBGRAPH_ERROR'],
  ['that it does not know the caller', json({ errors: [{ message: SECRET, extensions: { code: 'UNAUTHENTICATED' } }] }, 401), 'SUBGRAPH_UNAVAILABLE'],
  ['that the caller may not', json({ errors: [{ message: SECRET, extensions: { code: 'FORBIDDEN' } }] }, 403), 'SUBGRAPH_UNAVAILABLE'],
  ['that it refuses the decision', json({ errors: [{ message: SECRET, extensions: { code: 'DECISION_REFUSED' } }] }, 403), 'SUBGRAPH_UNAVAILABLE'],
  ['the way to somewhere else', async () => ({ status: 307, headers: { location: 'http://127.0.0.1:1/' }, body: SECRET }), 'SUBGRAPH_UNAVAILABLE'],
  ['that all is well and nothing more', answerWith('', 204), 'SUBGRAPH_UNAVAILABLE'],
  ['packed', async (_, passOn) => ({ ...await passOn(), headers: { 'content-encoding': 'gzip' }, body: SECRET }), 'SUBGRAPH_UNAVAILABLE'],
])('a room that answers %s is out for this answer, and nothing that it said goes on', async (_, fault, code) => {
  house.proxy('careers').always(fault);
  const answer = await picture.ask();
  expect(picture.told(answer)).toEqual(picture.without('careers', whole.body));
  expect(codesOf(answer)).toEqual([code]);
  expect([answer.text, ...logged].filter((text) => text.includes(SECRET))).toEqual([]);

  house.proxy('careers').mend();
  expect((await picture.ask()).text).toBe(whole.text);
});

test('a room whose own database is away is out like any other, and back without a restart', async () => {
  const open = await shutDatabase(house.databases.rooms.careers);
  const answer = await picture.ask();
  await open();
  expect(picture.told(answer)).toEqual(picture.without('careers', whole.body));
  expect((await picture.ask()).text).toBe(whole.text);
});

test('a room that failed for one of its topics is out for that one alone', async () => {
  house.proxy('careers').always(async (_, passOn) => {
    const reply = await passOn();
    const { data } = JSON.parse(reply.body) as { data: { _entities: Record<string, unknown>[] } };
    const entities = data._entities.map((entity) => ({ ...entity, workHistory: null }));
    return { ...reply, body: JSON.stringify({ data: { _entities: entities }, errors: entities.map((_, index) => ({ message: 'no', path: ['_entities', index, 'workHistory'] })) }) };
  });
  const { body } = await picture.ask();
  const [morag] = body.data!.people;
  expect(morag).toEqual({ ...whole.body.data!.people[0], workHistory: null });
  const states = (of: typeof body) => Object.fromEntries(of.extensions!.sharing!.filter(({ person }) => person === morag!.id).map(({ category, state }) => [category, state]));
  expect(states(body)).toEqual({ ...states(whole.body), WORK_HISTORY: 'UNAVAILABLE' });
});

/** Jean shares her plan and nothing else: nothing that is in these rooms. */
const UNSHARED = ['careers', 'health-and-work', 'justice', 'housing'];
const ABOUT_JEAN = 'query ($id: PersonId!) { person(id: $id) { name { knownAs } actionPlan { goals { title } } skills { name } conditions { name } justiceSupport { kind } rentAccounts { standing } } }';
const askAboutJean = () => house.ask('isla', ABOUT_JEAN, { id: house.personIdFor('isla', 'jean') });

test('an outage tells nothing of those who share nothing of the room: not a letter of the answer changes', async () => {
  const before = await askAboutJean();
  for (const room of UNSHARED) house.proxy(room).always(cut);
  expect((await askAboutJean()).text).toBe(before.text);
  expect(before.body.errors).toBeUndefined();
  for (const room of UNSHARED) expect(house.proxy(room).asked).toEqual([]);
});

test('all rooms out but the one with the doors: everything that is shared is UNAVAILABLE, and what is not is NOT_SHARED', async () => {
  for (const room of DOMAINS) house.proxy(room).always(cut, isHop);
  const { body } = await picture.ask();
  const states = (of: typeof body) => of.extensions!.sharing!.map(({ state }) => state);
  expect(states(body)).toEqual(states(whole.body).map((state) => (state === 'SHARED' ? 'UNAVAILABLE' : state)));
  expect(body.data!.people.map((person) => Object.values(person!).filter((value) => value !== null))).toEqual(whole.body.data!.people.map((person) => [person!.id]));
});

test.each([
  ['query ($id: PersonId!) { person(id: $id) { name { knownAs } } }', { person: null }],
  ['{ caseload { edges { person { name { knownAs } } } } }', null],
])('without the consent room there is nobody: one coded error and no data', async (query, data) => {
  house.proxy('consent').always(cut);
  const id = house.personIdFor('isla', 'morag');
  const { body, text } = await house.ask('isla', query, query.includes('$id') ? { id } : {});
  expect(body.data).toEqual(data);
  expect(body.errors!.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  expect(text).not.toContain('Morag');
  expect(body.extensions).toBeUndefined();
});
