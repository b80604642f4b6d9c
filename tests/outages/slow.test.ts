import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { DOMAINS, ERRORS } from '@thegither/vocabulary';
import { Client } from 'pg';
import { silent, unending } from '../harness/faults.ts';
import { PATIENT } from '../harness/patient.ts';
import type { Fault, Recorded } from '../harness/proxy.ts';
import { startHouse, type Asked, type TestHouse } from '../harness/startHouse.ts';
import { readWholePicture, type Picture, type WholePicture } from './wholePicture.ts';

jest.setTimeout(60_000);

/** Long for an answer on a busy machine, short for a test. */
const TIMEOUT_MS = 1_500;
let house: TestHouse, picture: WholePicture, whole: Asked<Picture>;
beforeAll(async () => {
  house = await startHouse({ through: 'all', patience: { ...PATIENT, subgraphTimeoutMs: TIMEOUT_MS, decisionsTimeoutMs: TIMEOUT_MS } });
  picture = await readWholePicture(house);
  whole = await picture.askUntilWhole();
});
afterAll(() => house.stop());
beforeEach(() => {
  for (const name of [...DOMAINS, 'decisions']) house.proxy(name).mend();
});

const isHop = ({ text }: Recorded): boolean => text.includes('_entities(representations');
const UNAVAILABLE = { errors: [{ message: ERRORS.DECISIONS_UNAVAILABLE.meaning, extensions: { code: 'DECISIONS_UNAVAILABLE' } }] };

test.each<[string, string, Fault]>([
  ...DOMAINS.map((room): [string, string, Fault] => [room, 'never answers', silent]),
  ['careers', 'never ends its answer', unending],
])('%s that %s is UNAVAILABLE when its time is over, and the rest is whole', async (room, _, fault) => {
  house.proxy(room).always(fault, isHop);
  const answer = await picture.ask();
  expect(picture.told(answer)).toEqual(picture.without(room, whole.body));
  expect([...new Set(answer.body.errors!.map(({ extensions }) => extensions.code))]).toEqual(['SUBGRAPH_UNAVAILABLE']);

  house.proxy(room).mend();
  expect((await picture.askUntilWhole()).text).toBe(whole.text);
});

test('the door without an answer behind it is told as an outage, and nothing else', async () => {
  house.proxy('consent').always(silent);
  const { body } = await picture.ask();
  expect([body.data, body.errors!.map(({ extensions }) => extensions.code)]).toEqual([null, ['SUBGRAPH_UNAVAILABLE']]);
});

test.each<[string, string, Fault]>([
  ['/decide', 'never answers', silent],
  ['/decide', 'never ends its answer', unending],
  ['/release', 'never answers', silent],
])('a decision service that at %s %s leaves one coded error, and the next question is answered', async (path, _, fault) => {
  house.proxy('decisions').always(fault, (asked) => asked.path === path);
  const answer = await picture.ask();
  expect([answer.status, answer.body]).toEqual([503, UNAVAILABLE]);

  house.proxy('decisions').mend();
  expect((await picture.askUntilWhole()).text).toBe(whole.text);
});

test('a ledger that is locked leaves one coded error, and is asked again once it is free', async () => {
  const client = new Client({ connectionString: house.ledgerUrl });
  await client.connect();
  await client.query('BEGIN; LOCK TABLE sharing_grant IN ACCESS EXCLUSIVE MODE');
  const answer = await picture.ask();
  await client.query('ROLLBACK');
  await client.end();
  expect([answer.status, answer.body]).toEqual([503, UNAVAILABLE]);
  expect((await picture.askUntilWhole()).text).toBe(whole.text);
});
