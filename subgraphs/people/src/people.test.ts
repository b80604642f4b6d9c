import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personaNamed } from '@thegither/synthetic';
import type { ClaimedCaller, PersonId } from '@thegither/vocabulary';
import { parse, visit } from 'graphql';
import { Client, type QueryResultRow } from 'pg';
import { ISLA, entityQuestion, openOver, openRoom, type RoomUnderTest, type Shares } from '@thegither/subgraph/testing';
import { seedPeople } from '../prisma/seed.ts';
import { createPeople } from './people.ts';

const ALL = ['NAME_AND_CONTACT', 'LEGAL_NAME', 'ACCESS_NEEDS'];
const NIAMH: ClaimedCaller = { kind: 'worker', worker: 'niamh', agency: 'nhs-fife', roles: ['CASE_MANAGER'] };
const FIELDS = `name { knownAs controller } contact { kind value } contactPreference { ways note } digitalAccess { device connection confidence }
  legalName { full } externalIdentifiers { scheme schemeLabel linkedOn reason controller } accessNeeds { code label }`;
const NOTHING = { name: null, contact: null, contactPreference: null, digitalAccess: null, legalName: null, externalIdentifiers: null, accessNeeds: null };

let room: RoomUnderTest;
let derek: PersonId;
let morag: PersonId;

beforeAll(async () => {
  room = await openRoom('people', createPeople, { migrations: new URL('../prisma/migrations', import.meta.url), seed: seedPeople });
  derek = room.idOf(personaNamed('derek')!.spine);
  morag = room.idOf(personaNamed('morag')!.spine);
}, 60_000);
afterAll(() => room?.close());

const seen = async (person: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<Record<string, unknown>> =>
  (await room.entities(FIELDS, { [person]: shares }, { caller }))[0]!;

describe('each field needs its category', () => {
  const values = { name: { knownAs: 'Derek', controller: 'joint-controllers' }, contact: { kind: 'TEXT', value: '07700 900104' }, legalName: { full: 'Derek Alan Moir' }, accessNeeds: [{ code: 'QUIET_ROOM', label: 'A quiet room' }],
    contactPreference: { ways: ['IN_PERSON', 'PHONE'], note: 'Not in a group.' }, digitalAccess: { device: 'SHARED', connection: 'PUBLIC', confidence: 'NOT' }, externalIdentifiers: [],
  };
  test.each<[string[], (keyof typeof values)[]]>([
    [[], []],
    [['NAME_AND_CONTACT'], ['name', 'contact', 'contactPreference', 'digitalAccess']],
    [['LEGAL_NAME'], ['legalName', 'externalIdentifiers']],
    [['ACCESS_NEEDS'], ['accessNeeds']],
    [ALL, ['name', 'contact', 'contactPreference', 'digitalAccess', 'legalName', 'externalIdentifiers', 'accessNeeds']],
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
  expect(await seen(stranger, { granted: ALL })).toEqual({ ...NOTHING, externalIdentifiers: [], accessNeeds: [] });
});

const safetyOf = async (key: string): Promise<unknown> =>
  (await room.entities('contact { messageIsSafe agencyMayBeNamed }', { [room.idOf(personaNamed(key)!.spine)]: { granted: ['NAME_AND_CONTACT'] } }))[0]!.contact;

test('how safe a route is, is told with it: nothing where nobody asked', async () => {
  expect(await safetyOf('derek')).toEqual({ messageIsSafe: true, agencyMayBeNamed: false });
  expect(await safetyOf('jean')).toEqual({ messageIsSafe: null, agencyMayBeNamed: null });
});

describe('a link to another system', () => {
  test.each<[string[], string[]]>([
    [['LEGAL_NAME'], []],
    [['LEGAL_NAME', 'WHERE_I_LIVE'], ['HOUSING_TENANT']],
    [['LEGAL_NAME', 'SUPPORT_RECEIVED'], ['COUNCIL_EMPLOYABILITY']],
    [['LEGAL_NAME', 'SUPPORT_RECEIVED', 'WHERE_I_LIVE'], ['HOUSING_TENANT', 'COUNCIL_EMPLOYABILITY']],
  ])('is told with %j: %j, for having such a record tells as much', async (granted, schemes) => {
    expect((await seen(morag, { granted })).externalIdentifiers).toMatchObject(schemes.map((scheme) => ({ scheme, controller: 'joint-controllers' })));
  });

  test('has its number nowhere in clear, for no agency and not for the person', async () => {
    for (const field of ['value', 'digest', 'number', 'id']) {
      for (const caller of [ISLA, { kind: 'person' as const, person: morag }]) {
        expect(await room.ask({ ...entityQuestion(`externalIdentifiers { ${field} }`, [morag]), people: { [morag]: { granted: ALL } }, caller })).toMatchObject({ status: 400 });
      }
    }
    expect(await written(`UPDATE "ExternalIdentifier" SET digest = '07700900104'`)).toMatch(/ExternalIdentifier_digest_written/);
    expect(await written(`UPDATE "ExternalIdentifier" SET labels = '{}'`)).toMatch(/ExternalIdentifier_labels_said/);
  });
});

describe('equality answers', () => {
  const SCHEMA = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

  test('are in no person view: no type, field, argument or value of the API knows of them', async () => {
    const choices = await rows<{ question: string; answer: string }>('SELECT question, answer FROM "apart"."EqualityChoice"');
    expect(choices).toHaveLength(28);
    const named = new Set<string>();
    visit(parse(SCHEMA), { Name: ({ value }) => void named.add(value.toUpperCase()) });
    const questions = [...new Set(choices.map(({ question }) => question))];
    expect([...questions, ...questions.map((question) => question.replaceAll('_', '')), 'EQUALITY', 'EQUALITYANSWERS', 'EQUALITYANSWER'].filter((name) => named.has(name))).toEqual([]);
    expect(SCHEMA).not.toMatch(/equality/i);
  });

  test('are read by nothing that answers questions', () => {
    for (const file of ['store.ts', 'resolvers.ts', 'contactRoute.ts']) expect(readFileSync(new URL(file, import.meta.url), 'utf8')).not.toMatch(/equality/i);
  });

  test('are kept apart: the room answers where its role has no right to them', async () => {
    const role = await withoutApart();
    await expect(rowsAs(role, 'SELECT * FROM "apart"."EqualityAnswer"')).rejects.toThrow(/permission denied/);
    const other = await openOver(role, 'people', createPeople);
    const [person] = await other.entities('name { knownAs }', { [derek]: { granted: ['NAME_AND_CONTACT'] } });
    expect(person).toEqual({ name: { knownAs: 'Derek' } });
    await other.close();
  });

  test('"prefer not to say", "not asked" and nobody having come to it are three things', async () => {
    const answers = await rows<{ question: string; state: string; answer: string | null }>(`SELECT question, state::text, answer FROM "apart"."EqualityAnswer" WHERE person = '${morag}' ORDER BY question`);
    expect(answers).toEqual([
      { question: 'RELIGION', state: 'PREFER_NOT_TO_SAY', answer: null }, { question: 'SEX', state: 'ANSWERED', answer: 'FEMALE' }, { question: 'SEXUAL_ORIENTATION', state: 'NOT_ASKED', answer: null },
    ]);
    expect(await rows(`SELECT 1 FROM "apart"."EqualityAnswer" WHERE person = '${derek}'`)).toEqual([]);
  });

  test.each([
    ['an answer that says nobody asked', `UPDATE "apart"."EqualityAnswer" SET state = 'NOT_ASKED' WHERE answer IS NOT NULL`, /EqualityAnswer_state_said/],
    ['an answer that is not there', `UPDATE "apart"."EqualityAnswer" SET state = 'ANSWERED' WHERE answer IS NULL`, /EqualityAnswer_state_said/],
    ['an answer that the census does not have', `UPDATE "apart"."EqualityAnswer" SET answer = 'ELSE' WHERE answer IS NOT NULL`, /EqualityAnswer_question_answer_fkey/],
    ['two answers of one person to one question', `INSERT INTO "apart"."EqualityAnswer" SELECT gen_random_uuid(), person, controller, question, state, answer FROM "apart"."EqualityAnswer"`, /EqualityAnswer_person_question_key/],
  ])('the table refuses %s', async (_what, sql, constraint) => {
    expect(await written(sql)).toMatch(constraint);
  });
});

test('the list of needs is open to every worker', async () => {
  const { data } = await room.ask({ query: '{ accessNeedKinds { code label source } }', use: 'query' });
  expect((data!.accessNeedKinds as { code: string }[]).map(({ code }) => code)).toEqual(expect.arrayContaining(['BSL', 'LARGE_PRINT', 'INTERPRETER', 'MOBILITY', 'QUIET_ROOM']));
});

test('seeding again changes nothing', async () => {
  await seedPeople(room.databaseUrl, (spine) => room.idOf(spine));
  expect((await seen(derek, { granted: ALL })).accessNeeds).toHaveLength(1);
});

async function rows<Row extends QueryResultRow>(sql: string): Promise<Row[]> {
  return rowsAs<Row>(room.databaseUrl, sql);
}

async function rowsAs<Row extends QueryResultRow>(databaseUrl: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Why a write was refused; nothing when it was not. */
async function written(sql: string): Promise<string> {
  return rows(sql).then(() => '', (error: Error) => error.message);
}

/** The room's database as a role sees it that has rights to what is told alone. */
async function withoutApart(): Promise<string> {
  const role = `told_${randomUUID().replaceAll('-', '')}`;
  await rows(`CREATE ROLE ${role} LOGIN`);
  await rows(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
  return Object.assign(new URL(room.databaseUrl), { username: role }).href;
}

async function chooseRoute(person: string, agency: string, value: string): Promise<void> {
  const client = new Client({ connectionString: room.databaseUrl });
  await client.connect();
  await client.query('INSERT INTO "ContactRoute" (id, person, controller, agency, kind, value, labels) VALUES ($1, $2, $3, $4, $5, $6, $7)', [randomUUID(), person, 'joint-controllers', agency, 'PHONE', value, []]);
  await client.end();
}
