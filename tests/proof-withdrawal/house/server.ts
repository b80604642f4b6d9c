import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { removeDataFolder, startPostgres, type LocalPostgres } from '@thegither/local-postgres';

/** A PostgreSQL of the proof's own, which may be killed. */
export interface Server {
  readonly ensureDatabase: LocalPostgres['ensureDatabase'];
  /** Kills it outright: no statement is finished, no connection is closed in an orderly way. */
  kill(): void;
  /** Starts it again on the same data and the same port; settles when it has recovered. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

// Everything else is as it comes, so that each commit waits for the disk. The moment of each commit is kept by the server
// itself: it is the one witness to the order of commits that the house's own code has no hand in.
const FLAGS = ['-c', 'track_commit_timestamp=on'];
const PATIENCE_MS = 60_000;

/** Starts it, empty. */
export async function startServer(): Promise<Server> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'thegither-proof-'));
  let postgres = await startPostgres({ dataDir, flags: FLAGS });
  const { port } = postgres;
  const pidFile = path.join(await untilAnswers(postgres.url('postgres')), 'postmaster.pid');
  let killed: number | undefined;
  return {
    ensureDatabase: (name, template) => postgres.ensureDatabase(name, template),
    kill() {
      killed = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
      process.kill(killed, 'SIGKILL');
    },
    async restart() {
      if (killed !== undefined) await untilGone(killed);
      for (const until = performance.now() + PATIENCE_MS; ;) {
        try {
          postgres = await startPostgres({ dataDir, port, flags: FLAGS });
          break;
        } catch (error) {
          // Its own processes outlive it for a moment, and hold the memory that they share.
          if (performance.now() > until) throw error;
          await pause(100);
        }
      }
      await untilAnswers(postgres.url('postgres'));
    },
    async stop() {
      await postgres.stop();
      removeDataFolder(dataDir);
    },
  };
}

/** Waits until it answers: what a killed server left behind says that it is ready. Answers where its data are. */
async function untilAnswers(url: string): Promise<string> {
  for (const until = performance.now() + PATIENCE_MS; ; await pause(20)) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<{ data_directory: string }>('SHOW data_directory')).rows[0]!.data_directory;
    } catch (error) {
      if (performance.now() > until) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Until it is gone it would be found running, and taken over. */
async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await pause(5);
  }
}
