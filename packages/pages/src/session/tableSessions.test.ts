import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { applyMigrations, ensureDatabase } from '@thegither/local-postgres';
import { Client } from 'pg';
import type { Session } from './session.ts';
import { tableSessions, type TableSessions } from './tableSessions.ts';

const KEYS = `1.${randomBytes(32).toString('base64url')}`, OTHER = `2.${randomBytes(32).toString('base64url')}`;
const ISLA: Session = { formToken: 'f', reading: { easy: false, large: false }, user: { sub: 'isla', name: 'Isla' }, tokens: { access: 'an access token', refresh: undefined, expiresAt: 1 } };

let databaseUrl: string, clock: number, rows: Client, one: TableSessions, other: TableSessions;
const opened: TableSessions[] = [];
const openTable = (keys = KEYS): TableSessions => {
  const table = tableSessions({ databaseUrl, keys, now: () => clock });
  opened.push(table);
  return table;
};
beforeAll(async () => {
  clock = Date.now();
  databaseUrl = await ensureDatabase(process.env.TEST_POSTGRES!, `sessions ${randomUUID()}`);
  await applyMigrations(databaseUrl, path.resolve(import.meta.dirname, '../../prisma/migrations'));
  rows = new Client({ connectionString: databaseUrl });
  await rows.connect();
  [one, other] = [openTable(), openTable()];
});
afterAll(async () => {
  await rows.end();
  await Promise.all(opened.map((table) => table.close()));
});

const later = (): number => clock + 60_000;
async function kept(session: Session = ISLA, until = later()): Promise<string> {
  const key = randomUUID();
  await one.set(key, session, until);
  return key;
}

test('what one process keeps another one knows, changes and forgets', async () => {
  const key = await kept();
  expect(await other.get(key)).toEqual(ISLA);
  expect(await other.change(key, (stands) => ({ ...stands, said: 'done' }), later())).toMatchObject({ said: 'done' });
  expect(await one.get(key)).toEqual({ ...ISLA, said: 'done' });
  expect(await one.delete(key)).toMatchObject({ said: 'done' });
  expect([await other.get(key), await other.delete(key)]).toEqual([undefined, undefined]);
});

const add = (letter: string) => async (stands: Session): Promise<Session> => ({ ...stands, said: `${stands.said}${letter}` });

test('two processes that change it at once do so one after the other', async () => {
  const key = await kept({ ...ISLA, said: '' });
  await Promise.all([one.change(key, add('a'), later()), other.change(key, add('b'), later()), one.change(key, add('c'), later())]);
  expect((await one.get(key))!.said!.split('').toSorted().join('')).toBe('abc');
});

test('what was ended meanwhile stays ended', async () => {
  const key = await kept();
  await other.delete(key);
  expect(await one.change(key, (stands) => stands, later())).toBeUndefined();
  expect(await one.get(key)).toBeUndefined();
});

test('a change that fails changes nothing, and holds nobody up', async () => {
  const key = await kept();
  await expect(one.change(key, () => Promise.reject(new TypeError('no')), later())).rejects.toThrow('no');
  expect(await other.change(key, (stands) => ({ ...stands, said: 'done' }), later())).toMatchObject({ said: 'done' });
});

test('a row is worth nothing to who has no key', async () => {
  const key = await kept();
  const { rows: [row] } = await rows.query<{ all: string; sealed: Buffer }>('SELECT session::text AS all, sealed FROM session WHERE key = $1', [key]);
  expect(`${row!.all} ${row!.sealed.toString('latin1')}`).not.toMatch(/isla|access token/i);
  expect(await openTable(OTHER).get(key)).toBeUndefined();
});

test.each([
  ['altered', 'UPDATE session SET sealed = set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1) WHERE key = $1'],
  ['cut short', 'UPDATE session SET sealed = substring(sealed for 20) WHERE key = $1'],
  ['emptied', `UPDATE session SET sealed = '' WHERE key = $1`],
])('a row that was %s signs nobody in', async (_, statement) => {
  const key = await kept();
  await rows.query(statement, [key]);
  expect(await one.get(key)).toBeUndefined();
});

test('a row that was put in the place of another signs nobody in', async () => {
  const [key, place] = [await kept(), await kept()];
  await rows.query('UPDATE session SET sealed = (SELECT sealed FROM session WHERE key = $1) WHERE key = $2', [key, place]);
  expect(await one.get(place)).toBeUndefined();
});

test('a key is changed without anybody being signed out', async () => {
  const key = await kept();
  const next = openTable(`${OTHER},${KEYS}`);
  expect(await next.get(key)).toEqual(ISLA);
  await next.change(key, (stands) => stands, later());
  expect([await openTable(OTHER).get(key), await one.get(key)]).toEqual([ISLA, undefined]);
});

test('what is over is gone at that very moment, and its row when somebody sweeps', async () => {
  const key = await kept(ISLA, clock + 1);
  expect(await one.get(key)).toBeDefined();
  clock += 1;
  expect([await one.get(key), await one.change(key, (stands) => stands, later())]).toEqual([undefined, undefined]);
  await one.sweep();
  expect((await rows.query('SELECT 1 FROM session WHERE key = $1', [key])).rowCount).toBe(0);
});

test.each(['', '1', '1.short', `0.${KEYS.slice(2)}`, `256.${KEYS.slice(2)}`, `${KEYS},${KEYS}`])('keys that cannot be read open nothing: %#', (keys) => {
  expect(() => tableSessions({ databaseUrl, keys })).toThrow(expect.objectContaining({ code: 'CONFIGURATION' }));
});
