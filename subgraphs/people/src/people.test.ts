import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personaNamed } from '@thegither/synthetic';
import type { ClaimedCaller, PersonId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { ISLA, openRoom, type RoomUnderTest, type Shares } from '@thegither/subgraph/testing';
import { seedPeople } from '../prisma/seed.ts';
import { createPeople } from './people.ts';

const ALL = ['NAME_AND_CONTACT', 'LEGAL_NAME', 'ACCESS_NEEDS'];
const NIAMH: ClaimedCaller = { kind: 'worker', worker: 'niamh', agency: 'nhs-fife', roles: ['CASE_MANAGER'] };
const FIELDS = 'name { knownAs controller } contact { kind value } legalName { full } accessNeeds { label }';
const NOTHING = { name: null, contact: null, legalName: null, accessNeeds: null };

let room: RoomUnderTest;
let derek: PersonId;

beforeAll(async () => {
  room = await openRoom('people', createPeople, { migrations: new URL('../prisma/migrations', import.meta.url), seed: seedPeople });
  derek = room.idOf(personaNamed('derek')!.spine);
}, 60_000);
afterAll(() => room?.close());

const seen = async (person: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<Record<string, unknown>> =>
  (await room.entities(FIELDS, { [person]: shares }, { caller }))[0]!;

describe('each field needs its category', () => {
  const values = { name: { knownAs: 'Derek', controller: 'joint-controllers' }, contact: { kind: 'TEXT', value: '07700 900104' }, legalName: { full: 'Derek Alan Moir' }, accessNeeds: [{ label: 'A quiet room' }] };
  test.each<[string[], (keyof typeof values)[]]>([
    [[], []],
    [['NAME_AND_CONTACT'], ['name', 'contact']],
    [['LEGAL_NAME'], ['legalName']],
    [['ACCESS_NEEDS'], ['accessNeeds']],
    [ALL, ['name', 'contact', 'legalName', 'accessNeeds']],
    [['SUPPORT_TEAM', 'HOUSEHOLD_LINK', 'MY_SHARING'], []],
  ])('%j shows %j', async (granted, shown) => {
    expect(await seen(derek, { granted })).toEqual({ ...NOTHING, ...Object.fromEntries(shown.map((field) => [field, values[field]])) });
  });
});

describe('the way to reach somebody', () => {
  test('another agency\'s own route is not told to the reader\'s, and the reader\'s own comes before the one for everybody', async () => {
    await chooseRoute(derek, 'nhs-fife', '01632 960999');
    const granted = ['NAME_AND_CONTACT'];
    expect((await seen(derek, { granted })).contact).toEqual({ kind: 'TEXT', value: '07700 900104' });
    expect((await seen(derek, { granted }, NIAMH)).contact).toEqual({ kind: 'PHONE', value: '01632 960999' });
    expect((await seen(derek, { granted }, { kind: 'person', person: derek })).contact).toMatchObject({ kind: 'TEXT' });
  });
});

test('somebody who is in no table is told apart from nobody by nothing', async () => {
  const stranger = '1.BBBBBBBBBBBBBBBBBBBBBQ';
  expect(await seen(stranger, {})).toEqual(NOTHING);
  expect(await seen(stranger, { granted: ALL })).toEqual({ ...NOTHING, accessNeeds: [] });
});

test('seeding again changes nothing', async () => {
  await seedPeople(room.databaseUrl, (spine) => room.idOf(spine));
  expect((await seen(derek, { granted: ALL })).accessNeeds).toHaveLength(1);
});

async function chooseRoute(person: string, agency: string, value: string): Promise<void> {
  const client = new Client({ connectionString: room.databaseUrl });
  await client.connect();
  await client.query('INSERT INTO "ContactRoute" (id, person, controller, agency, kind, value, labels) VALUES ($1, $2, $3, $4, $5, $6, $7)', [randomUUID(), person, 'joint-controllers', agency, 'PHONE', value, []]);
  await client.end();
}
