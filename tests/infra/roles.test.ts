import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DATABASES, makeSecrets } from '@thegither/infra';
import { applyMigrations } from '@thegither/local-postgres';
import { Client, escapeIdentifier } from 'pg';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const SERVER = process.env.TEST_POSTGRES!;
const hasPsql = (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, 'psql')));
const withPsql = hasPsql ? test : test.skip;

const secrets = makeSecrets();
/** A role's own address, at this run's server. */
const addressOf = (secret: string): string => Object.assign(new URL(secrets[secret]!), { host: new URL(SERVER).host }).href;

async function asks(url: string, text: string): Promise<string> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ said?: string | boolean }>(text);
    return String(rows[0]?.said ?? 'done');
  } catch (cause) {
    return (cause as Error).message;
  } finally {
    await client.end();
  }
}

function makeRoles(): void {
  const { hostname, port } = new URL(SERVER);
  execFileSync('sh', ['infra/postgres/roles.sh'], { cwd: CHECKOUT, env: { PATH: process.env.PATH, PGHOST: hostname, PGPORT: port, ...secrets }, stdio: 'pipe' });
}

beforeAll(async () => {
  if (!hasPsql) {
    process.stdout.write('roles: psql is not there, so that infra/postgres/roles.sh was not run\n');
    return;
  }
  makeRoles();
  for (const { name, secret, migrations } of DATABASES) if (['ledger', 'housing', 'workspace'].includes(name)) await applyMigrations(addressOf(secret), path.join(CHECKOUT, migrations, 'prisma/migrations'));
  // A service that is set up again keeps what it may do, and no more.
  makeRoles();
}, 60_000);
afterAll(async () => {
  if (!hasPsql) return;
  for (const { name } of DATABASES) await asks(`${SERVER}postgres`, `DROP DATABASE ${escapeIdentifier(name.replaceAll('-', '_'))}`);
});

withPsql.each([
  ['the owner owns the tables', 'LEDGER_OWNER_URL', `SELECT tableowner AS said FROM pg_tables WHERE tablename = 'event'`, 'ledger_owner'],
  ['the owner makes no roles', 'LEDGER_OWNER_URL', 'CREATE ROLE mine', 'permission denied to create role'],
  ['the owner, too, changes no event', 'LEDGER_OWNER_URL', 'DELETE FROM event', 'rows of event are added and never changed'],
  ['consent adds events', 'CONSENT_DATABASE_URL', `SELECT has_table_privilege('event', 'INSERT') AS said`, 'true'],
  ['consent removes none', 'CONSENT_DATABASE_URL', 'DELETE FROM event', 'permission denied for table event'],
  ['consent changes no disclosure', 'CONSENT_DATABASE_URL', 'UPDATE disclosure SET at = now()', 'permission denied for table disclosure'],
  ['decisions add disclosures', 'DECISIONS_DATABASE_URL', `SELECT has_table_privilege('disclosure', 'INSERT') AS said`, 'true'],
  ['decisions read no event', 'DECISIONS_DATABASE_URL', 'SELECT body FROM event', 'permission denied for table event'],
  ['decisions add no event', 'DECISIONS_DATABASE_URL', 'INSERT INTO event DEFAULT VALUES', 'permission denied for table event'],
  ['whoever checks reads everything', 'LEDGER_VERIFY_DATABASE_URL', 'SELECT count(*) AS said FROM event', '0'],
  ['whoever checks writes nothing', 'LEDGER_VERIFY_DATABASE_URL', 'INSERT INTO event DEFAULT VALUES', 'permission denied for table event'],
  ['a room reads and writes its rows', 'HOUSING_DATABASE_URL', 'DELETE FROM "Tenancy" WHERE false', 'done'],
  ['an app keeps sessions', 'WORKSPACE_DATABASE_URL', 'DELETE FROM session WHERE false', 'done'],
  ['an app changes no table', 'WORKSPACE_DATABASE_URL', 'DROP TABLE session', 'must be owner of table session'],
  ['a room changes no table', 'HOUSING_DATABASE_URL', 'DROP TABLE "Tenancy"', 'must be owner of table Tenancy'],
])('with the accounts of roles.sh %s', async (_, secret, statement, said) => {
  expect(await asks(addressOf(secret), statement)).toBe(said);
});

withPsql.each([
  ['HOUSING_DATABASE_URL', 'ledger'], ['CONSENT_DATABASE_URL', 'housing'], ['DECISIONS_DATABASE_URL', 'people'], ['LEDGER_VERIFY_DATABASE_URL', 'justice'], ['WORKSPACE_DATABASE_URL', 'my_sharing'], ['MY_SHARING_DATABASE_URL', 'ledger'],
])('%s does not open the database %s', async (secret, database) => {
  expect(await asks(Object.assign(new URL(addressOf(secret)), { pathname: `/${database}` }).href, 'SELECT 1')).toMatch(/permission denied for database/);
});
