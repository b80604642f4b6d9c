import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { escapeIdentifier } from 'pg';
import { applyMigrations } from './applyMigrations.ts';
import { connected } from './connected.ts';

const server = process.env.TEST_POSTGRES!;
let name: string, url: string, folder: string;

beforeEach(async () => {
  name = `migrations_${randomUUID()}`;
  url = server + name;
  folder = mkdtempSync(path.join(tmpdir(), 'thegither-migrations-'));
  await ask(`${server}postgres`, `CREATE DATABASE ${escapeIdentifier(name)}`);
  migration('1_rooms', 'CREATE TABLE room (name text); INSERT INTO room VALUES (\'people\')');
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await ask(`${server}postgres`, `DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`);
});

const ask = (address: string, sql: string) => connected(address, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

function migration(called: string, sql: string): void {
  mkdirSync(path.join(folder, called), { recursive: true });
  writeFileSync(path.join(folder, called, 'migration.sql'), sql);
}

test('migrations are applied once, in the order of their names, and later ones after them', async () => {
  migration('0_first', 'CREATE TABLE door (name text)');
  writeFileSync(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"');
  expect(await applyMigrations(url, folder)).toEqual(['0_first', '1_rooms']);
  expect(await applyMigrations(url, folder)).toEqual([]);
  migration('2_more', 'INSERT INTO room VALUES (\'housing\')');
  expect(await applyMigrations(url, folder)).toEqual(['2_more']);
  expect(await ask(url, 'SELECT name FROM room ORDER BY name')).toEqual([{ name: 'housing' }, { name: 'people' }]);
});

test('two houses that start at once apply each migration once', async () => {
  const applied = await Promise.all([applyMigrations(url, folder), applyMigrations(url, folder)]);
  expect(applied.flat()).toEqual(['1_rooms']);
});

test('the record is the one that Prisma Migrate writes: SHA-256 of the script, one step, finished', async () => {
  await applyMigrations(url, folder);
  expect(await ask(url, 'SELECT checksum, migration_name, applied_steps_count AS steps, finished_at IS NOT NULL AS finished, rolled_back_at, logs FROM _prisma_migrations')).toEqual([{
    checksum: 'f0d7e5bbddc88b79a208ce8487b91c67c51c486e35cd0128d64b9bc276d51353', migration_name: '1_rooms', steps: 1, finished: true, rolled_back_at: null, logs: null,
  }]);
});

test('a migration that was edited after it was applied is refused, and nothing is run', async () => {
  await applyMigrations(url, folder);
  migration('1_rooms', 'CREATE TABLE room (name text, size int)');
  migration('2_more', 'DROP TABLE room');
  await expect(applyMigrations(url, folder)).rejects.toMatchObject({ code: 'CONFIGURATION', message: expect.stringContaining('1_rooms was edited') });
  expect(await ask(url, 'SELECT count(*)::int AS rooms FROM room')).toEqual([{ rooms: 1 }]);
});

test('what a migration says itself when it refuses is said on, and no value of anybody\'s', async () => {
  migration('2_refuses', `DO $$ BEGIN RAISE EXCEPTION 'there are rooms already' USING HINT = 'Begin anew.'; END $$`);
  await expect(applyMigrations(url, folder)).rejects.toMatchObject({ code: 'CONFIGURATION', message: 'The migration 2_refuses failed. It says: there are rooms already. Begin anew.' });
});

test('a migration that fails changes nothing and is refused from then on', async () => {
  migration('2_broken', 'INSERT INTO room VALUES (\'justice\'); SELECT 1 / 0');
  await expect(applyMigrations(url, folder)).rejects.toMatchObject({ code: 'CONFIGURATION', message: 'The migration 2_broken failed.' });
  expect(await ask(url, 'SELECT count(*)::int AS rooms FROM room')).toEqual([{ rooms: 1 }]);
  await expect(applyMigrations(url, folder)).rejects.toMatchObject({ message: expect.stringContaining('2_broken failed half way') });
});
