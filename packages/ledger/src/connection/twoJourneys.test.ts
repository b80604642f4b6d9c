import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Pool, PoolClient } from 'pg';
import { somebody, testLedger, type TestLedger } from '../testing/testLedger.ts';
import { wasInTheWay, wasThereAlready } from './failure.ts';
import { holdStill } from './locks.ts';
import { inOrder } from './inOrder.ts';
import { openPool } from './openPool.ts';
import { inTwoJourneys, type Then } from './twoJourneys.ts';

const PATIENCE = { lockMs: 100, statementMs: 1_000 };
let house: TestLedger, pool: Pool;
beforeAll(async () => {
  house = await testLedger();
  pool = openPool({ connectionString: house.url, connections: 1 });
});
afterAll(async () => {
  await pool.end();
  await house.close();
});

const addTeam = (client: PoolClient, id: string) => client.query({ name: 'add-team', text: `INSERT INTO team (id, agency, name) VALUES ($1, 'fife-works', 'North')`, values: [id] });
const isThere = async (id: string) => (await house.pool.query('SELECT FROM team WHERE id = $1', [id])).rowCount === 1;
const nothing = async () => undefined;
const adding = (id: string): Then<number> => ({ write: (client) => addTeam(client, id), answer: (written) => written });

describe('a transaction in two journeys', () => {
  test('keeps what it wrote, and says how many rows it was', async () => {
    const id = somebody();
    expect(await inTwoJourneys(pool, PATIENCE, nothing, () => adding(id))).toBe(1);
    expect(await isThere(id)).toBe(true);
  });

  test('that is given up answers, and leaves no trace', async () => {
    const id = somebody();
    expect(await inTwoJourneys(pool, PATIENCE, (client) => addTeam(client, id), () => ({ giveUp: 'no' }))).toBe('no');
    expect(await isThere(id)).toBe(false);
  });

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['reading', (id) => inTwoJourneys(pool, PATIENCE, async (client) => Promise.all([addTeam(client, id), client.query('SELECT FROM nowhere')]), () => adding(somebody()))],
    ['deciding', (id) => inTwoJourneys(pool, PATIENCE, (client) => addTeam(client, id), () => { throw new Error('undecided'); })],
    ['writing', (id) => inTwoJourneys(pool, PATIENCE, (client) => addTeam(client, id), () => adding(id))],
  ])('that fails in %s keeps nothing, throws, and leaves a connection that serves the next', async (_, fails) => {
    const id = somebody(), next = somebody();
    await expect(fails(id)).rejects.toBeInstanceOf(Error);
    expect(await isThere(id)).toBe(false);
    expect(await inTwoJourneys(pool, PATIENCE, nothing, () => adding(next))).toBe(1);
  });

  test('is never taken for kept when its writing failed and its end was obeyed', async () => {
    const id = somebody();
    await inTwoJourneys(pool, PATIENCE, nothing, () => adding(id));
    const again = inTwoJourneys(pool, PATIENCE, nothing, (): Then<number> => ({ write: (client) => addTeam(client, id).catch(() => ({ rowCount: 1, rows: [], command: 'INSERT', oid: 0, fields: [] })), answer: (written) => written }));
    await expect(again).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  test('says of a row that was there already that it was', async () => {
    const id = somebody();
    await inTwoJourneys(pool, PATIENCE, nothing, () => adding(id));
    expect(wasThereAlready(await inTwoJourneys(pool, PATIENCE, nothing, () => adding(id)).catch((cause: unknown) => cause))).toBe(true);
  });

  test('reads after a lock what was committed while it waited for it', async () => {
    const person = somebody(), id = somebody();
    const holder = await house.pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [person]);
    const seen = inTwoJourneys(pool, { lockMs: 5_000, statementMs: 5_000 }, async (client) => {
      const [, { rowCount }] = await Promise.all([holdStill(client, [person]), client.query('SELECT FROM team WHERE id = $1', [id])]);
      return rowCount;
    }, (count) => ({ giveUp: count }));
    for (let waiting = 0; waiting === 0;) waiting = (await house.pool.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).rowCount!;
    await holder.query(`INSERT INTO team (id, agency, name) VALUES ($1, 'fife-works', 'South')`, [id]);
    await holder.query('COMMIT');
    holder.release();
    expect(await seen).toBe(1);
  });

  test('that waits too long for a lock throws that others were in the way, and its statements work the next time', async () => {
    const person = somebody();
    const fresh = openPool({ connectionString: house.url, connections: 1 });
    const holder = await house.pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [person]);
    const holding = () => inTwoJourneys(fresh, PATIENCE, (client) => inOrder(holdStill(client, [person]), client.query({ name: 'one', text: 'SELECT 1 AS one' })), ([, { rows }]) => ({ giveUp: rows }));
    const late = await holding().catch((cause: unknown) => cause);
    await holder.query('ROLLBACK');
    holder.release();
    expect(wasInTheWay(late)).toBe(true);
    expect(await holding()).toEqual([{ one: 1 }]);
    await fresh.end();
  });
});
