import { Pool, type PoolClient } from 'pg';
import { sealingWith } from './sealing.ts';
import type { Session } from './session.ts';
import type { SessionStore } from './sessionStore.ts';

/** Where the table is (prisma/migrations), and what it is read with. */
export interface TableOptions {
  readonly databaseUrl: string;
  /** See sealingWith. */
  readonly keys: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Sessions that outlive a process. */
export interface TableSessions extends SessionStore {
  /** Removes what is over. It does so by itself every ten minutes. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

const SWEEP_MS = 600_000;

/** Keeps sessions in a table of PostgreSQL, each encrypted, so that several processes of one app serve the same browser. What the database throws is thrown on: nobody is signed in then. */
export function tableSessions({ databaseUrl, keys, now = Date.now }: TableOptions): TableSessions {
  const { seal, open } = sealingWith(keys);
  const pool = new Pool({ connectionString: databaseUrl, max: 10, connectionTimeoutMillis: 2_000, keepAlive: true });
  // A connection that breaks fails the statement on it, and whoever waits for that hears of it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const sweep = async (): Promise<void> => void await pool.query('DELETE FROM session WHERE until <= $1', [new Date(now())]);
  const sweeping = setInterval(() => void sweep().catch(() => undefined), SWEEP_MS).unref();

  const read = (key: string, rows: readonly Row[]): Session | undefined => rows[0] && open(key, rows[0].sealed);
  return {
    sweep,
    async get(key) {
      const { rows } = await pool.query<Row>('SELECT sealed FROM session WHERE key = $1 AND until > $2', [key, new Date(now())]);
      return read(key, rows);
    },
    async set(key, session, until) {
      await pool.query('INSERT INTO session (key, sealed, until) VALUES ($1, $2, $3)', [key, seal(key, session), new Date(until)]);
    },
    async change(key, change, until) {
      return inTransaction(pool, async (client) => {
        const { rows } = await client.query<Row>('SELECT sealed FROM session WHERE key = $1 AND until > $2 FOR UPDATE', [key, new Date(now())]);
        const stands = read(key, rows);
        if (stands === undefined) return undefined;
        const next = await change(stands);
        await client.query('UPDATE session SET sealed = $2, until = $3 WHERE key = $1', [key, seal(key, next), new Date(until)]);
        return next;
      });
    },
    async delete(key) {
      const { rows } = await pool.query<Row>('DELETE FROM session WHERE key = $1 RETURNING sealed', [key]);
      return read(key, rows);
    },
    async close() {
      clearInterval(sweeping);
      await pool.end();
    },
  };
}

interface Row { readonly sealed: Buffer }

async function inTransaction<Result>(pool: Pool, act: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    await client.query('BEGIN');
    const result = await act(client);
    await client.query('COMMIT');
    isBroken = false;
    return result;
  } finally {
    // Whatever went wrong, closing the connection takes it back.
    client.release(isBroken);
  }
}
