import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { applyMigrations, ensureDatabase } from '@thegither/local-postgres';

/** Makes a database with the ledger's tables, empty. */
export async function ledgerDatabase(url = `${process.env.TEST_POSTGRES}decisions_${randomUUID().replaceAll('-', '')}`): Promise<string> {
  await ensureDatabase(url, new URL(url).pathname.slice(1));
  await applyMigrations(url, fileURLToPath(new URL('../../../../packages/ledger/prisma/migrations', import.meta.url)));
  return url;
}
