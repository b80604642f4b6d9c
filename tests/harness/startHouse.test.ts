import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { cut, failing, garbage, hold, html, rewrite } from './faults.ts';
import { PATIENT } from './patient.ts';
import { shutDatabase } from './shutDatabase.ts';
import { startHouse, type TestHouse } from './startHouse.ts';

jest.setTimeout(60_000);

const MORAG = 'query ($id: PersonId!) { person(id: $id) { name { knownAs } actionPlan { goals { title } } skills { name } rentAccounts { standing } } }';
let house: TestHouse;
beforeAll(async () => { house = await startHouse({ through: 'all', patience: PATIENT }); });
afterAll(() => house.stop());
beforeEach(() => {
  for (const name of ['people', 'careers', 'housing', 'decisions']) {
    house.proxy(name).mend();
    house.proxy(name).forget();
  }
});

const askAboutMorag = () => house.ask<{ person: Record<string, unknown> }>('isla', MORAG, { id: house.personIdFor('isla', 'morag') });
const stateIn = ({ body }: Awaited<ReturnType<typeof askAboutMorag>>, category: string) => body.extensions?.sharing?.find((entry) => entry.category === category)?.state;

test('a worker\'s one question is answered from the rooms that were asked, and from no other', async () => {
  const answer = await askAboutMorag();
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ data: { person: { name: { knownAs: 'Morag' }, rentAccounts: null } } });
  expect(house.proxy('people').asked).toHaveLength(1);
  expect(house.proxy('people').asked[0]!.body).toMatchObject({ extensions: { decision: expect.any(String) } });
  expect(house.proxy('housing').asked).toEqual([]);
  expect(house.proxy('decisions').asked.map(({ path }) => path)).toContain('/release');
});

test.each([['cut', cut], ['failing', failing], ['garbage', garbage], ['html', html]])('a room that is %s is unavailable, and the rest is whole', async (_, fault) => {
  house.proxy('careers').always(fault);
  const answer = await askAboutMorag();
  expect(stateIn(answer, 'SKILLS')).toBe('UNAVAILABLE');
  expect(answer.body.data?.person).toMatchObject({ name: { knownAs: 'Morag' }, skills: null });
  house.proxy('careers').mend();
  expect(stateIn(await askAboutMorag(), 'SKILLS')).toBe('SHARED');
});

test('a request can be held open while something else happens', async () => {
  const held = hold();
  house.proxy('careers').once(held.fault);
  const answer = askAboutMorag();
  await held.arrived;
  expect((await house.ask('morag', '{ me { id } }')).status).toBe(200);
  held.release();
  expect(stateIn(await answer, 'SKILLS')).toBe('SHARED');
});

test('what a room answers can be changed on the way', async () => {
  house.proxy('careers').once(rewrite((body) => JSON.parse(JSON.stringify(body).replaceAll('Handling calls', 'Juggling')) as unknown));
  expect((await askAboutMorag()).text).toContain('Juggling');
});

test('a ledger that is away shows nothing, and is back without a restart', async () => {
  const open = await shutDatabase(house.ledgerUrl);
  const answer = await askAboutMorag();
  expect(answer.text).not.toContain('Morag');
  expect(answer.body.errors?.[0]?.extensions.code).toBe('DECISIONS_UNAVAILABLE');
  await open();
  expect((await askAboutMorag()).text).toContain('Morag');
});

test('two houses have nothing in common', async () => {
  const other = await startHouse();
  const morag = other.personIdFor('person', 'morag');
  const stopped = await other.ask('morag', 'mutation ($input: StopAllInput!) { stopAll(input: $input) { eventId } }', { input: { key: 'a', person: morag } });
  expect(stopped.body.errors).toBeUndefined();
  expect(stateIn(await askAboutMorag(), 'SKILLS')).toBe('SHARED');
  await other.stop();
});
