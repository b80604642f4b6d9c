import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createIdentifiers, type Identifiers } from '@thegither/identity';
import { generatePeople, prepareDatabases, silently, type HouseDatabases } from '@thegither/local';
import { ensureDatabase } from '@thegither/local-postgres';
import { personAt } from '@thegither/synthetic';
import { Client } from 'pg';
import { IDENTIFIER_KEYS } from '../harness/houseDatabases.ts';

jest.setTimeout(240_000);

const COUNT = 200, SEED = 7;
const AT = Math.floor(Date.now() / 86_400_000) * 86_400_000;
const identifiers = createIdentifiers(IDENTIFIER_KEYS);

/** A house of its own with nobody in it. */
async function emptyHouse(): Promise<HouseDatabases> {
  const name = `generated ${randomUUID()} `;
  return prepareDatabases((one) => ensureDatabase(process.env.TEST_POSTGRES!, name + one), identifiers, silently, []);
}

async function asked<Row extends object>(url: string, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

const all = ({ ledger, rooms }: HouseDatabases): (readonly [name: string, url: string])[] => [['ledger', ledger] as const, ...Object.entries(rooms)];
const generate = (databases: HouseDatabases, options: { count?: number; seed?: number; beside?: boolean; identifiers?: Identifiers } = {}) =>
  generatePeople({ databases, identifiers, count: COUNT, seed: SEED, at: AT, ...options });

/** The tables that hold something of a person, and what of them was told. What was told is nobody's to invent. */
// Nobody generated is looked at, asked, reminded or acted for, and nothing is kept from them: that happens to them in a house that runs.
const LATER = ['disclosure', 'request', 'reminder', 'authority', 'opening', 'challenge', 'contact_choice', 'ending_notice', 'ending_reply', 'suppression', 'Restriction'];
const tablesOf = async (url: string): Promise<string[]> => (await asked<{ table: string }>(url,
  `SELECT format('%I.%I', table_schema, table_name) AS table FROM information_schema.columns WHERE column_name = 'person' AND table_name <> ALL ($1) ORDER BY 1`, [LATER])).map(({ table }) => table);

/** Everything in the tables of people, letter for letter. */
async function contentOf(house: HouseDatabases): Promise<string[]> {
  const texts: string[] = [];
  for (const [, url] of all(house)) {
    for (const table of await tablesOf(url)) texts.push(...(await asked<{ row: string }>(url, `SELECT one::text AS row FROM ${table} AS one ORDER BY 1`)).map(({ row }) => `${table} ${row}`));
  }
  return texts;
}

let house: HouseDatabases, twin: HouseDatabases;
let written: Awaited<ReturnType<typeof generatePeople>>;
beforeAll(async () => {
  [house, twin] = [await emptyHouse(), await emptyHouse()];
  written = await generate(house);
});
afterAll(async () => {
  const server = new Client({ connectionString: `${process.env.TEST_POSTGRES!}postgres` });
  await server.connect();
  for (const [, url] of [...all(house), ...all(twin)]) await server.query(`DROP DATABASE "${decodeURIComponent(new URL(url).pathname.slice(1))}" WITH (FORCE)`);
  await server.end();
});

describe('two hundred generated people', () => {
  test('are in every table of every room that holds something of anybody, within all constraints', async () => {
    for (const [name, url] of all(house)) {
      const tables = await tablesOf(url);
      expect(tables.length).toBeGreaterThan(2);
      for (const table of tables) {
        const [{ count }] = (await asked<{ count: number }>(url, `SELECT count(*)::int AS count FROM ${table}`)) as [{ count: number }];
        expect([name, table, count > 0]).toEqual([name, table, true]);
        expect([table, written.get(name)?.get(table.split('.')[1]!.replaceAll('"', ''))]).toEqual([table, count]);
      }
      // Nobody could have gone round them: every constraint is one that was looked at.
      expect(await asked(url, "SELECT conname FROM pg_constraint WHERE NOT convalidated AND contype <> 'n'")).toEqual([]);
    }
  });

  test('are the same to the letter when they are made again, under the same ids', async () => {
    await generate(twin);
    const [one, other] = [await contentOf(house), await contentOf(twin)];
    expect(one.length).toBeGreaterThan(20 * COUNT);
    expect(other).toEqual(one);
  });

  test('stand under another id in each database', async () => {
    const { spine } = personAt(SEED, 0);
    const [names, events] = [await asked<{ person: string }>(house.rooms.people, 'SELECT person FROM "PersonName"'), await asked<{ person: string }>(house.ledger, 'SELECT DISTINCT person FROM event')];
    expect(names).toContainEqual({ person: identifiers.issue('people', spine) });
    expect(events).toContainEqual({ person: identifiers.issue('consent', spine) });
    expect(names.filter(({ person }) => events.some((event) => event.person === person))).toEqual([]);
  });
});

const people = (url: string) => asked<{ person: string }>(url, 'SELECT person FROM "PersonName" ORDER BY 1');

describe('what is in the databases already', () => {
  test('is not made twice: the same seed is refused, beside or not, and nothing changes', async () => {
    const before = await people(house.rooms.people);
    for (const beside of [false, true]) await expect(generate(house, { beside })).rejects.toMatchObject({ code: 'CONFIGURATION' });
    expect(await people(house.rooms.people)).toEqual(before);
  });

  test('may be people of another seed', async () => {
    await generate(house, { seed: 8, count: 3 });
    expect(await people(house.rooms.people)).toHaveLength(COUNT + 3);
  });

  // Each in one room alone, so that every room is looked at.
  test.each([
    ['the people room', 'people', 'INSERT INTO "AccessNeed" (id, person, controller, code, labels) VALUES (gen_random_uuid(), $1, \'joint-controllers\', \'BSL\', \'{}\')'],
    ['what stands apart', 'careers', 'INSERT INTO "apart"."CandidateNumber" (id, person, controller, "candidateNumber") VALUES (gen_random_uuid(), $1, \'my-world-careers\', \'000000060\')'],
    ['the ledger', 'ledger', 'INSERT INTO hold (id, person, opened_event) VALUES (gen_random_uuid(), $1, gen_random_uuid())'],
  ] as const)('must not be somebody who was not made here, unless it is said: in %s', async (_where, room, insert) => {
    const url = room === 'ledger' ? house.ledger : house.rooms[room];
    const stranger = `1.${Buffer.alloc(16, 9).toString('base64url')}`;
    await asked(url, insert, [stranger]);
    const before = await people(house.rooms.people);
    const refusal: unknown = await generate(house, { seed: 9, count: 2 }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'CONFIGURATION' });
    expect(String(refusal)).not.toContain(stranger);
    expect(await people(house.rooms.people)).toEqual(before);
    await asked(url, `DELETE FROM ${insert.split(' ')[2]!} WHERE person = $1`, [stranger]);
  });

  test('may be anybody when that is said', async () => {
    await asked(house.ledger, 'INSERT INTO hold (id, person, opened_event) VALUES (gen_random_uuid(), $1, gen_random_uuid())', [`1.${Buffer.alloc(16, 9).toString('base64url')}`]);
    await generate(house, { seed: 10, count: 2, beside: true });
    expect(await asked(house.rooms.people, 'SELECT 1 FROM "PersonName" WHERE person = $1', [identifiers.issue('people', personAt(10, 1).spine)])).toHaveLength(1);
  });

  test('stays as it was in every database when one of them refuses a row', async () => {
    await asked(twin.rooms.referrals, 'ALTER TABLE "ReferralStep" ADD CONSTRAINT "nobody" CHECK (position < 0) NOT VALID');
    const before = await contentOf(twin);
    await expect(generate(twin, { seed: 11, count: 50 })).rejects.toMatchObject({ code: '23514' });
    expect(await contentOf(twin)).toEqual(before);
  });
});
