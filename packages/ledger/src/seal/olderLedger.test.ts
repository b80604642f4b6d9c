import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { applyMigrations, ensureDatabase } from '@thegither/local-postgres';
import { Client } from 'pg';

const ALL = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
const SEALED = '20261122100000_sealed_masks';

let older: string, url: string, owner: Client;
beforeEach(async () => {
  older = mkdtempSync(path.join(tmpdir(), 'thegither-older-ledger-'));
  for (const name of readdirSync(ALL).filter((one) => one < SEALED)) cpSync(path.join(ALL, name), path.join(older, name), { recursive: true });
  url = await ensureDatabase(`${process.env.TEST_POSTGRES!}postgres`, `older_${randomUUID()}`);
  await applyMigrations(url, older);
  owner = new Client({ connectionString: url });
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  rmSync(older, { recursive: true, force: true });
});

test('a ledger from before, in which nobody was looked at, goes on', async () => {
  expect(await applyMigrations(url, ALL)).toContain(SEALED);
});

test('one in which somebody was looked at is refused with what to do, and its record stays', async () => {
  await owner.query(
    `INSERT INTO disclosure (id, request, attempt, person, after_position, at, asked, released, withheld, grants, operation_hash, decision_version, kind, gateway_key)
     VALUES (gen_random_uuid(), gen_random_uuid(), 1, 'somebody', 0, now(), 3, 1, 2, '{}', '', '1', 'LOOK', 'k')`);
  await expect(applyMigrations(url, ALL)).rejects.toMatchObject({ code: 'CONFIGURATION', message: expect.stringMatching(/sealed_masks failed\. It says: this ledger is older .*not thrown away\. .*npm run reset/) });
  expect((await owner.query('SELECT asked, released, withheld FROM disclosure')).rows).toEqual([{ asked: '3', released: '1', withheld: '2' }]);
});
