import path from 'node:path';
import { placeElsewhere } from './elsewhere.ts';
import { addressOf, runningServer } from './runningServer.ts';

/**
 * The addresses of the databases of a server that somebody else keeps running on this data folder; undefined when nobody
 * does. It stays theirs: unlike `startPostgres`, this takes nothing over, and the server outlives this process.
 */
export async function reachPostgres(dataDir: string): Promise<((database: string) => string) | undefined> {
  for (const folder of [path.resolve(dataDir), path.join(placeElsewhere(dataDir), 'data')]) {
    const server = await runningServer(folder);
    if (server) return (database) => addressOf(server.port, database);
  }
  return undefined;
}
