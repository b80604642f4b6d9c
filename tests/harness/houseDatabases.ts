import { randomUUID } from 'node:crypto';
import { createIdentifiers, importIdentifierKeys } from '@thegither/identity';
import { createSeals, importSealKeys } from '@thegither/ledger';
import { prepareDatabases, silently, type HouseDatabases } from '@thegither/local';
import { ensureDatabase } from '@thegither/local-postgres';
import type { Persona } from '@thegither/synthetic';
import { Client, escapeIdentifier } from 'pg';

/** One for all houses of a test run: the ids in the databases are made with it. */
export const IDENTIFIER_SECRET = `1.${Buffer.alloc(32, 7).toString('base64url')}`;
export const IDENTIFIER_KEYS = importIdentifierKeys(IDENTIFIER_SECRET);

/** One for all houses of a test run: whoever reads the record of one by hand opens it with this. */
export const SEAL_SECRET = `1.${Buffer.alloc(32, 5).toString('base64url')}`;
export const SEAL_KEYS = importSealKeys(SEAL_SECRET);
export const SEALS = createSeals(SEAL_KEYS);

const SERVER = process.env.TEST_POSTGRES!;
const MODEL = 'model house ';
const READY = `${MODEL}is ready`;

/** The databases of one test house, and how they are dropped. */
export interface TestDatabases {
  readonly databases: HouseDatabases;
  drop(): Promise<void>;
}

/**
 * Databases with the demo people in them for one house: copies of a model that the first house of the run makes, since
 * to copy takes a twentieth of the time.
 */
export async function copyDatabases(): Promise<TestDatabases> {
  await withServer(makeModelOnce);
  const house = `house ${randomUUID()} `;
  const names: string[] = [];
  const copy = (name: string): Promise<string> => {
    names.push(house + name);
    return ensureDatabase(SERVER, house + name, MODEL + name);
  };
  const databases: HouseDatabases = {
    ledger: await copy('ledger'),
    rooms: {
      people: await copy('people'), employability: await copy('employability'), 'health-and-work': await copy('health-and-work'), justice: await copy('justice'),
      housing: await copy('housing'), careers: await copy('careers'), referrals: await copy('referrals'),
    },
  };
  return { databases, drop: () => dropDatabases(names) };
}

/** Databases for one house with these people in them, and none of the demo people. */
export async function makeDatabases(people: readonly Persona[]): Promise<TestDatabases> {
  const house = `house ${randomUUID()} `;
  const names: string[] = [];
  const databases = await prepareDatabases((name) => {
    names.push(house + name);
    return ensureDatabase(SERVER, house + name);
  }, createIdentifiers(IDENTIFIER_KEYS), silently, people);
  return { databases, drop: () => dropDatabases(names) };
}

const dropDatabases = (names: readonly string[]): Promise<void> => withServer(async (client) => {
  for (const name of names) await client.query(`DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`);
});

/** Test files run side by side: one makes the model, the others wait for it. */
async function makeModelOnce(client: Client): Promise<void> {
  await client.query("SELECT pg_advisory_lock(hashtext('model house'))");
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [READY]);
  if (rowCount) return;
  await prepareDatabases((name) => ensureDatabase(SERVER, MODEL + name), createIdentifiers(IDENTIFIER_KEYS));
  await ensureDatabase(SERVER, READY);
}

async function withServer<Result>(act: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: `${SERVER}postgres` });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
