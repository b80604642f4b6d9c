import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { emptyLedger } from '../src/testing/testLedger.ts';

const run = promisify(execFile);
const prisma = fileURLToPath(new URL('../../../node_modules/prisma/build/index.js', import.meta.url));

test('the migrations make the tables of the schema, no more and no less', async () => {
  const { stdout } = await run(process.execPath, [prisma, 'migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma', '--exit-code'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)), env: { ...process.env, DATABASE_URL: await emptyLedger() },
  });
  expect(stdout).toMatch(/No difference detected/);
}, 60_000);
