import type { Pool, PoolClient } from 'pg';
import { together } from './inOrder.ts';

/** How long a transaction may wait. */
export interface Patience {
  /** Milliseconds for a lock. */
  readonly lockMs: number;
  /** Milliseconds for one statement, waiting included. */
  readonly statementMs: number;
}

/** What a transaction came to: kept, or given up with the same answer. */
export interface Outcome<T> {
  readonly keep: boolean;
  readonly answer: T;
}

// READ COMMITTED is said and not left to the server's setting: every statement must see what was committed before it
// began, so that what is read after the locks is what the last change left. Synchronous commit, so that a failover
// cannot lose an acknowledged withdrawal.
/** The words that begin a transaction. */
export const begin = ({ lockMs, statementMs }: Patience): string =>
  `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = ${Math.trunc(lockMs)}; SET LOCAL statement_timeout = ${Math.trunc(statementMs)}; SET LOCAL synchronous_commit = on`;

/**
 * Runs one transaction on one connection and commits it only when told to keep it. What it holds is one statement that goes
 * along with its beginning, in one journey to the server; the work begins when it is held. Whatever throws rolls it back. A
 * connection on which even that failed is closed, so that nobody meets a transaction left open. Throws what the work
 * or the database threw: see `failure`.
 */
export async function transaction<Held, T>(
  pool: Pool, patience: Patience, hold: (client: PoolClient) => Promise<Held>, work: (client: PoolClient, held: Held) => Promise<Outcome<T>>,
): Promise<T> {
  const client = await pool.connect();
  let usable = false;
  try {
    const [, held] = await together(client, () => [client.query(begin(patience)), hold(client)]);
    const { keep, answer } = await work(client, held);
    await client.query(keep ? 'COMMIT' : 'ROLLBACK');
    usable = true;
    return answer;
  } catch (cause) {
    usable = await client.query('ROLLBACK').then(() => true, () => false);
    throw cause;
  } finally {
    client.release(!usable);
  }
}
