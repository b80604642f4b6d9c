import { setTimeout as pause } from 'node:timers/promises';
import { HouseError } from '@thegither/vocabulary';
import { accountForServer, type Account } from './account.ts';
import { program, programsFor } from './binaries.ts';
import { prepareDataFolder } from './dataFolder.ts';
import { ensureDatabase } from './ensureDatabase.ts';
import { explain, explainCode } from './explain.ts';
import { freePort } from './freePort.ts';
import { readPidFile } from './pidFile.ts';
import { addressOf, runningServer } from './runningServer.ts';
import { startWatched, takeOver, type WatchedServer } from './watchedServer.ts';

const PATIENCE_MS = 60_000;

/** How a server is to be started. */
export interface PostgresOptions {
  /** The folder of its data, made when it is not there. */
  readonly dataDir: string;
  /** The port on 127.0.0.1; a free one when nothing is said. */
  readonly port?: number;
  /** More arguments of the server's command line. */
  readonly flags?: readonly string[];
  /** Whom to run it as; found out when nothing is said. */
  readonly account?: Account;
}

/** A PostgreSQL server on this machine, for development and tests: on loopback, without passwords. */
export interface LocalPostgres {
  readonly pid: number;
  readonly port: number;
  /** Was it running already? */
  readonly reused: boolean;
  /** The address of one of its databases. */
  url(database: string): string;
  /** Makes a database if there is none of that name, as a copy of the template if one is named, and gives its address. */
  ensureDatabase(name: string, template?: string): Promise<string>;
  /** Ends it; settles when no process is left. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed on a data folder, or takes over the one that runs on it already. It lives no
 * longer than this process, even if that is killed outright.
 * @throws HouseError CONFIGURATION with one sentence: damaged folder, full disk, taken port, nobody to run it as.
 */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  if (process.platform === 'win32') throw new HouseError('CONFIGURATION', 'The embedded PostgreSQL is started through a POSIX shell: on Windows use WSL.');
  const account = options.account ?? accountForServer();
  let folder: string, programs: string;
  try {
    programs = programsFor(account);
    folder = prepareDataFolder(options.dataDir, programs, account);
  } catch (error) {
    throw explainCode(error);
  }
  const running = await runningServer(folder);
  if (running) return serving(running.pid, running.port, takeOver(running.pid, account), true);

  const port = options.port ?? (await freePort());
  const server = startWatched([program(programs, 'postgres'), '-D', folder, ...settings(port), ...(options.flags ?? [])], account);
  const pid = await ready(folder, port, server);
  return serving(pid, port, server, false);
}

// Errors of statements stay out of what the server prints: their text can hold what somebody's record says.
const settings = (port: number): string[] => [
  '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200', '-c', 'log_min_messages=log',
];

function serving(pid: number, port: number, server: WatchedServer, reused: boolean): LocalPostgres {
  server.letGo();
  return {
    pid, port, reused,
    url: (database) => addressOf(port, database),
    ensureDatabase: (name, template) => ensureDatabase(addressOf(port, 'postgres'), name, template),
    stop: () => server.stop(),
  };
}

/** Waits until the new server itself says that it is ready: another program may answer at the port. */
async function ready(folder: string, port: number, server: WatchedServer): Promise<number> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    const log = await Promise.race([server.ended, pause(10, undefined)]);
    if (log !== undefined) throw explain(log, 'start');
    const file = readPidFile(folder);
    if (file?.status === 'ready' && file.port === port) return file.pid;
  }
  await server.stop();
  throw new HouseError('CONFIGURATION', `PostgreSQL was not ready within ${PATIENCE_MS / 1000} seconds.`);
}
