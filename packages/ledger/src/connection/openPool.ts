import { Pool } from 'pg';

/** Where the ledger is, and how long to wait for it. */
export interface LedgerOptions {
  readonly connectionString: string;
  /** Connections at most; 10 when nothing is said. */
  readonly connections?: number;
  /** Milliseconds until a connection must be there; 2,000 when nothing is said. */
  readonly connectWithinMs?: number;
  /** Told of a connection that broke while nobody used it; the next question opens another. */
  readonly onConnectionLost?: (cause: Error) => void;
}

/**
 * The statement that decides is planned once for a connection, and anew when the tables have grown, not each time: left to
 * itself the server takes its estimates for better when it knows the values, and plans three times as long as it reads.
 */
const PLAN_ONCE = '-c plan_cache_mode=force_generic_plan';

/**
 * The connections to the ledger's primary: never to a replica, and never through a pooler that crosses transactions, for
 * promise 3 rests on locks of a transaction. Statements that were sent at once are not waited for one by one. A broken connection never ends the process.
 */
export function openPool({ connectionString, connections = 10, connectWithinMs = 2_000, onConnectionLost }: LedgerOptions): Pool {
  const pool = new Pool({ connectionString, max: connections, connectionTimeoutMillis: connectWithinMs, keepAlive: true, pipeline: true, options: PLAN_ONCE });
  // A pool that is being closed lets go of its connections before they are closed: what becomes of them then is no news.
  pool.on('error', (cause) => {
    if (!pool.ending) onConnectionLost?.(cause);
  });
  // A connection that breaks in use fails its statement, and whoever waits for that hears of it; without a listener the same news would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
