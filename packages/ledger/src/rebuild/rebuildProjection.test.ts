import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EVENT_KINDS } from '../events/event.ts';
import { ledgerAs } from '../connection/ledgerAs.ts';
import { PROJECTION_TABLES } from '../projection/rows.ts';
import { addOverseers } from '../testing/overseers.ts';
import { everyEvent } from '../testing/everyEvent.ts';
import { agree, somebody, testLedger, type TestLedger } from '../testing/testLedger.ts';
import { rebuildProjection } from './rebuildProjection.ts';

let house: TestLedger;
beforeAll(async () => {
  house = await testLedger();
  await addOverseers(house.pool);
  await everyEvent(house.ledger);
});
afterAll(() => house.close());

/** Every row of every table that follows from events, byte for byte as PostgreSQL writes it, in order. */
const tables = async () => Object.fromEntries(await Promise.all(PROJECTION_TABLES.map(async (table) => {
  const { rows } = await house.pool.query<{ row: string }>(`SELECT one::text AS row FROM "${table}" AS one ORDER BY id`);
  return [table, rows.map(({ row }) => row)] as const;
})));

test('everything that can happen has happened, and left rows in every table', async () => {
  const { rows } = await house.pool.query<{ kind: string }>('SELECT DISTINCT kind FROM event');
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual([...EVENT_KINDS].toSorted());
  for (const rowsOfOne of Object.values(await tables())) expect(rowsOfOne).not.toEqual([]);
});

test.each<[string, () => Promise<unknown>]>([
  ['as they are', async () => undefined],
  ['emptied', () => house.pool.query(`TRUNCATE ${PROJECTION_TABLES.map((table) => `"${table}"`).join(', ')}`)],
  ['changed by hand', () => house.pool.query(`UPDATE sharing_grant SET categories = -1, state = 'ACTIVE', ended_event = NULL`)],
  ['with a row of nobody', () => house.pool.query(`INSERT INTO hold (id, person, opened_event) VALUES (gen_random_uuid(), 'nobody', gen_random_uuid())`)],
])('the tables, %s, are rebuilt to the same bytes', async (_, before) => {
  const life = await tables();
  await before();
  const rebuilt = await rebuildProjection(house.url);
  expect(await tables()).toEqual(life);
  expect(rebuilt).toMatchObject({ rows: Object.values(life).flat().length, findings: 0 });
});

test('where a history is broken nothing is rebuilt, of anybody', async () => {
  const person = somebody();
  await agree(house.ledger, person);
  const life = await tables();
  await house.pool.query('ALTER TABLE event DISABLE TRIGGER ALL');
  await house.pool.query(`UPDATE event SET body = jsonb_set(body, '{grant,to}', '"2030-01-01T00:00:00.000Z"') WHERE person = $1`, [person]);
  await house.pool.query(`UPDATE hold SET ended_event = NULL`);
  const found: string[] = [];
  expect(await rebuildProjection(house.url, { tell: ({ check }) => found.push(check) })).toEqual({ people: 0, rows: 0, findings: 1 });
  expect(found).toEqual(['HASH']);
  expect((await tables()).hold).not.toEqual(life.hold);
});

test.each(['consent', 'decisions', 'verify'] as const)('the role %s cannot do it', async (role) => {
  const other = await testLedger();
  await agree(other.ledger, somebody());
  await expect(rebuildProjection(ledgerAs(role, other.url))).rejects.toMatchObject({ code: 'INTERNAL' });
  await other.close();
});
