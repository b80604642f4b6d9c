import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createIdentifiers } from '@thegither/identity';
import { ledgerAs } from '@thegither/ledger';
import { reachPostgres } from '@thegither/local-postgres';
import { Client } from 'pg';
import { dataFolderAt, openDataFolder, removeHouse, type DataFolder } from './dataFolder.ts';
import { openDatabases, type Databases } from './databases.ts';
import { makeKeys } from './houseKeys.ts';
import { prepareDatabases } from './prepareDatabases.ts';

jest.setTimeout(120_000);

const LEDGER_SEAL_KEYS = `1.${Buffer.alloc(32, 5).toString('base64url')}`;

let folder: DataFolder;
beforeAll(() => { folder = dataFolderAt({ THEGITHER_DATA: mkdtempSync(path.join(tmpdir(), 'thegither-verify-')) }); });
afterAll(() => { removeHouse(folder); });

/** What `npm run ledger:verify` or `ledger:rebuild` runs, on the test's own folder. */
async function run(command: 'verify' | 'rebuild', env: Readonly<Record<string, string>> = {}) {
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', fileURLToPath(new URL(`./${command}Ledger.ts`, import.meta.url))],
    { env: { ...inherited, THEGITHER_DATA: folder.path, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '', noted = '';
  child.stdout.on('data', (text: Buffer) => { printed += text.toString(); });
  child.stderr.on('data', (text: Buffer) => { noted += text.toString(); });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, last: printed.trimEnd().split('\n').at(-1), printed, noted };
}

test.each<['verify' | 'rebuild', string]>([['verify', 'LEDGER_VERIFY_DATABASE_URL'], ['rebuild', 'LEDGER_OWNER_URL']])('%s is told in production which ledger, and makes none', async (command, variable) => {
  expect(await run(command, { NODE_ENV: 'production' })).toMatchObject({ status: 1, noted: `The address of the ledger is missing: ${variable}.\n` });
  expect(existsSync(folder.postgres)).toBe(false);
  const elsewhere = path.join(folder.path, 'nowhere');
  expect(await run(command, { THEGITHER_DATA: elsewhere })).toMatchObject({ status: 1, noted: 'There is no ledger here yet: `npm start` makes one.\n' });
  rmSync(elsewhere, { recursive: true, force: true });
});

describe('with the demo people in it', () => {
  let databases: Databases, url: string;
  beforeAll(async () => {
    openDataFolder(folder);
    databases = await openDatabases(folder, {});
    ({ ledger: url } = await prepareDatabases((name) => databases.database(name), createIdentifiers(makeKeys().identifiers)));
  });
  afterAll(() => databases.stop());

  async function owner(...statements: string[]): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }

  test('a ledger is verified beside the house that keeps it open, which goes on', async () => {
    const { status, last, noted } = await run('verify');
    expect({ status, noted }).toEqual({ status: 0, noted: '' });
    expect(last).toMatch(/^ledger verified: \d+ events, \d+ people, 0 disclosures, 0 findings$/);
    expect(await reachPostgres(folder.postgres)).toBeDefined();
  });

  test('a ledger by its address is verified with the account that the address names', async () => {
    expect(await run('verify', { NODE_ENV: 'production', LEDGER_VERIFY_DATABASE_URL: ledgerAs('verify', url), LEDGER_SEAL_KEYS })).toMatchObject({ status: 0 });
    expect(await run('verify', { LEDGER_VERIFY_DATABASE_URL: ledgerAs('decisions', url), LEDGER_SEAL_KEYS })).toMatchObject({ status: 1, last: '' });
  });

  test('a ledger by its address is not verified without the keys of its record', async () => {
    expect(await run('verify', { LEDGER_VERIFY_DATABASE_URL: ledgerAs('verify', url) })).toMatchObject({ status: 1, last: '', noted: expect.stringContaining('LEDGER_SEAL_KEYS') as unknown });
  });

  test('a row that was changed is found, and made right again', async () => {
    await owner(`UPDATE sharing_grant SET state = 'WITHDRAWN' WHERE id = (SELECT id FROM sharing_grant LIMIT 1)`, 'TRUNCATE hold');
    const before = await run('verify');
    expect(before).toMatchObject({ status: 1, last: expect.stringMatching(/, 2 findings$/) as unknown });
    expect(before.printed).toMatch(/^ROW_CHANGED table sharing_grant event [0-9a-f-]{36}: .*$/m);
    expect(await run('rebuild')).toMatchObject({ status: 0, last: expect.stringMatching(/^ledger rebuilt: \d+ people, \d+ rows$/) as unknown });
    expect(await run('verify')).toMatchObject({ status: 0, last: expect.stringMatching(/, 0 findings$/) as unknown });
  });

  test('with a broken history nothing is rebuilt', async () => {
    await owner('SET session_replication_role = replica', 'DELETE FROM event WHERE id = (SELECT id FROM event WHERE position = 1 LIMIT 1)');
    expect(await run('verify')).toMatchObject({ status: 1 });
    expect(await run('rebuild')).toMatchObject({ status: 1, last: expect.stringMatching(/^ledger not rebuilt, and nothing changed: \d+ findings in its events$/) as unknown });
  });
});
