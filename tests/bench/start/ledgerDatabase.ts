import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyMigrations, removeDataFolder, startPostgres } from '@thegither/local-postgres';

/** A PostgreSQL of the run's own. */
export interface Server {
  readonly pid: number;
  /** Makes an empty ledger and gives its address. */
  emptyLedger(name: string): Promise<string>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL with memory as an operator would give it; everything else is as it comes, so that
 * each commit waits for the disk.
 */
export async function startServer(): Promise<Server> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'thegither-bench-'));
  const postgres = await startPostgres({ dataDir, flags: ['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB', '-c', 'checkpoint_timeout=30min'] });
  return {
    pid: postgres.pid,
    async emptyLedger(name) {
      const url = await postgres.ensureDatabase(name);
      await applyMigrations(url, fileURLToPath(new URL('../../../packages/ledger/prisma/migrations', import.meta.url)));
      return url;
    },
    async stop() {
      await postgres.stop();
      removeDataFolder(dataDir);
    },
  };
}
