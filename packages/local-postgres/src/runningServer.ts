import { realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { connected } from './connected.ts';
import { isAlive, readPidFile, type PidFile } from './pidFile.ts';

const PATIENCE_MS = 15_000;

/**
 * The server that runs on this data folder already, left by a process that was killed a moment ago or kept by another
 * one; undefined when there is none. One that is just ending is waited for.
 */
export async function runningServer(folder: string): Promise<{ pid: number; port: number } | undefined> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(20)) {
    const file = readPidFile(folder);
    if (!file || !isAlive(file.pid)) return undefined;
    if (file.status === 'ready' && (await serves(file, folder))) return { pid: file.pid, port: file.port };
    if (file.status === undefined) return undefined;
  }
  return undefined;
}

/** Does what answers at that port keep its data here? The file alone could be old and the port another server's. */
async function serves({ port }: PidFile, folder: string): Promise<boolean> {
  try {
    return await connected(addressOf(port, 'postgres'), async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
      return rows[0]?.data_directory === realpathSync(folder) || rows[0]?.data_directory === folder;
    });
  } catch {
    return false;
  }
}

/** The address of a database of the server at that port. */
export const addressOf = (port: number, database: string): string => `postgresql://postgres@127.0.0.1:${port}/${database}`;
