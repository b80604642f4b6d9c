import { ensureDatabase, startPostgres } from '@thegither/local-postgres';
import type { Environment } from '@thegither/service';
import type { DataFolder } from './dataFolder.ts';

/** The databases of a house. */
export interface Databases {
  /** The address of the database of that name, made if it was not there. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** The PostgreSQL of this laptop's house: the one at DATABASE_URL if there is that, else the embedded one on the data folder, which lives no longer than this process. */
export async function openDatabases(folder: DataFolder, env: Environment): Promise<Databases> {
  const server = env.DATABASE_URL;
  if (server) return { database: (name) => ensureDatabase(server, `thegither_${name}`), stop: async () => undefined };
  const port = env.THEGITHER_POSTGRES_PORT;
  const postgres = await startPostgres({ dataDir: folder.postgres, ...(port ? { port: Number(port) } : {}) });
  return { database: (name) => postgres.ensureDatabase(name), stop: () => postgres.stop() };
}
