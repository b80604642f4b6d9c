import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Pool, PoolClient } from 'pg';
import { somebody, testLedger, type TestLedger } from '../testing/testLedger.ts';
import { failure, wasInTheWay } from './failure.ts';
import { holdStill } from './locks.ts';
import { openPool } from './openPool.ts';
import { transaction } from './transaction.ts';

const PATIENCE = { lockMs: 100, statementMs: 1_000 };
let house: TestLedger, pool: Pool;
beforeAll(async () => {
  house = await testLedger();
  pool = openPool({ connectionString: house.url, connections: 2 });
});
afterAll(async () => {
  await pool.end();
  await house.close();
});

const nothing = async (): Promise<void> => undefined;
const addTeam = (client: PoolClient, id: string) => client.query(`INSERT INTO team (id, agency, name) VALUES ($1, 'fife-works', 'North')`, [id]);
const isThere = async (id: string) => (await pool.query('SELECT FROM team WHERE id = $1', [id])).rowCount === 1;

describe('a transaction', () => {
  test.each([['is kept when it says so', true], ['is given up when it says so', false]])('%s', async (_, keep) => {
    const id = somebody();
    expect(await transaction(pool, PATIENCE, nothing, async (client) => { await addTeam(client, id); return { keep, answer: 'done' }; })).toBe('done');
    expect(await isThere(id)).toBe(keep);
  });

  test('is given up when its work throws, and the connection serves the next one', async () => {
    const id = somebody();
    for (let n = 0; n < 3; n++) {
      await expect(transaction(pool, PATIENCE, nothing, async (client) => { await addTeam(client, id); throw new Error('no'); })).rejects.toThrow('no');
    }
    expect(await isThere(id)).toBe(false);
  });

  test('reads what was committed before each of its statements, with synchronous commit', async () => {
    const said = await transaction(pool, PATIENCE, nothing, async (client) => {
      const { rows } = await client.query(`SELECT current_setting('transaction_isolation') AS isolation, current_setting('synchronous_commit') AS sync, current_setting('lock_timeout') AS lock`);
      return { keep: true, answer: rows[0] };
    });
    expect(said).toEqual({ isolation: 'read committed', sync: 'on', lock: '100ms' });
  });

  test('whose connection is cut between two statements fails, and the process lives', async () => {
    const cut = transaction(pool, PATIENCE, nothing, async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const ended = new Promise((resolve) => { client.once('end', resolve); });
      await house.pool.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
      await ended;
      return { keep: true, answer: await client.query('SELECT 1') };
    });
    expect(failure(await cut.catch((cause: unknown) => cause))).toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});

test('people are held still in the order of their keys, whatever order they are named in', async () => {
  const people = [somebody(), somebody(), somebody()];
  const { rows: ordered } = await pool.query<{ person: string }>('SELECT person FROM unnest($1::text[]) AS person ORDER BY hashtextextended(person, 0)', [people]);
  const first = ordered[0]!.person;
  const blocker = await house.pool.connect();
  await blocker.query('BEGIN');
  await blocker.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [first]);
  for (const named of [people, people.toReversed(), [people[1]!, people[2]!, people[0]!]]) {
    const held: unknown[] = [];
    const waiting = transaction(pool, PATIENCE, (client) => holdStill(client, named), async () => ({ keep: true, answer: held })).catch((cause: unknown) => cause);
    for (let rows: unknown[] = []; rows.length === 0; held.push(...rows)) {
      ({ rows } = await house.pool.query(`SELECT count(*) FILTER (WHERE l.granted)::int AS held FROM pg_locks l WHERE l.locktype = 'advisory' AND l.mode = 'ShareLock'
        AND l.pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted) HAVING count(*) > 0`));
    }
    expect(held).toEqual([{ held: 0 }]);
    expect(wasInTheWay(await waiting)).toBe(true);
  }
  await blocker.query('ROLLBACK');
  blocker.release();
});

describe('what the database says', () => {
  test.each([
    ['a broken statement', 'SELEC', 'INTERNAL'],
    ['a missing table', 'SELECT FROM nowhere', 'INTERNAL'],
    ['a value that is none', `SELECT 'x'::int`, 'INTERNAL'],
    ['a statement that took too long', 'SET statement_timeout = 20; SELECT pg_sleep(1)', 'DECISIONS_UNAVAILABLE'],
  ])('of %s becomes a code, and none of its words', async (_, sql, code) => {
    const client = await pool.connect();
    const error = failure(await client.query(sql).catch((cause: unknown) => cause));
    client.release(true);
    expect(error).toMatchObject({ code });
    expect(error.cause).toBeInstanceOf(Error);
    expect(error.message).not.toContain((error.cause as Error).message);
  });
});
