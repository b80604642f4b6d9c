import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { HouseError } from '@thegither/vocabulary';
import { DatabaseError, type Client } from 'pg';
import { connected } from './connected.ts';
import { explainCode } from './explain.ts';

/** The number of the advisory lock that Prisma Migrate takes. */
const PRISMA_LOCK = 72707369;

/** As Prisma Migrate makes it. */
const RECORD = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface Migration { readonly name: string; readonly sql: string; readonly checksum: string }
interface Recorded { readonly checksum: string; readonly finished: boolean }

/**
 * Brings a database to the state that the code expects: runs those of `<folder>/<name>/migration.sql` that it has not
 * seen, in order of their names, and records them exactly as `prisma migrate deploy` does, so that either can go on
 * where the other stopped. Two at once wait for each other. Gives the names of what was applied.
 * @throws HouseError CONFIGURATION for a migration that was edited after it was applied, or that failed half way.
 */
export async function applyMigrations(url: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  try {
    return await connected(url, async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
      await client.query(RECORD);
      const recorded = await readRecord(client);
      const waiting = migrations.filter((migration) => !stands(migration, recorded.get(migration.name)));
      for (const migration of waiting) await apply(client, migration);
      return waiting.map(({ name }) => name);
    });
  } catch (error) {
    throw explainCode(error);
  }
}

const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

async function readRecord(client: Client): Promise<ReadonlyMap<string, Recorded>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

/** Was it applied, and is it still the same? */
function stands({ name, checksum }: Migration, recorded: Recorded | undefined): boolean {
  if (!recorded) return false;
  if (!recorded.finished) throw new HouseError('CONFIGURATION', `The migration ${name} failed half way earlier: resolve it with \`prisma migrate resolve\`, or begin anew with \`npm run reset\`.`);
  if (recorded.checksum !== checksum) throw new HouseError('CONFIGURATION', `The migration ${name} was edited after it was applied: restore it and add a new one.`);
  return true;
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [id, checksum, name]);
  try {
    await client.query(sql);
  } catch (cause) {
    throw new HouseError('CONFIGURATION', `The migration ${name} failed.${refusalIn(cause)}`, { cause });
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
}

/** What a migration says itself that refuses (RAISE EXCEPTION); any other text of the server's may hold values. */
const refusalIn = (cause: unknown): string => (cause instanceof DatabaseError && cause.code === 'P0001' ? ` It says: ${[cause.message, cause.hint].filter(Boolean).join('. ')}` : '');
