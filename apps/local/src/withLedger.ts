import { existsSync } from 'node:fs';
import { reachPostgres } from '@thegither/local-postgres';
import type { Environment } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import { openDatabases } from './databases.ts';
import { dataFolderAt } from './dataFolder.ts';
import { migrate } from './migrate.ts';
import { claimHouse, tellStopped } from './runningHouse.ts';

/**
 * Does something with a ledger: the one whose address is in the environment under that name, or else this laptop's. A
 * house that is running keeps running, and its server stays its own; without one the server is started for this alone.
 * @throws HouseError CONFIGURATION in production without an address, and where there is no ledger yet
 */
export async function withLedger<Result>(env: Environment, variable: 'LEDGER_VERIFY_DATABASE_URL' | 'LEDGER_OWNER_URL' | 'CONSENT_DATABASE_URL', act: (url: string, isOurs: boolean) => Promise<Result>): Promise<Result> {
  const given = env[variable];
  if (given) return act(given, false);
  if (env.NODE_ENV === 'production') throw new HouseError('CONFIGURATION', `The address of the ledger is missing: ${variable}.`);
  const folder = dataFolderAt(env);
  const reached = env.DATABASE_URL ? undefined : await reachPostgres(folder.postgres);
  if (reached) return act(reached('ledger'), true);
  if (!env.DATABASE_URL && !existsSync(folder.path)) throw new HouseError('CONFIGURATION', 'There is no ledger here yet: `npm start` makes one.');
  await claimHouse(folder);
  try {
    const opened = await openDatabases(folder, env);
    try {
      const url = await opened.database('ledger');
      await migrate(url, 'packages/ledger');
      return await act(url, true);
    } finally {
      await opened.stop();
    }
  } finally {
    tellStopped(folder);
  }
}
