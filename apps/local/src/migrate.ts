import { fileURLToPath } from 'node:url';
import { applyMigrations } from '@thegither/local-postgres';

/** Brings one database of the house to the state that the checkout's migrations describe. `holder` is the folder of the workspace that owns them. */
export const migrate = (databaseUrl: string, holder: `subgraphs/${string}` | 'packages/ledger'): Promise<string[]> =>
  applyMigrations(databaseUrl, fileURLToPath(new URL(`../../../${holder}/prisma/migrations`, import.meta.url)));
