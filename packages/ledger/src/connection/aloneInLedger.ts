import type { Pool, PoolClient } from 'pg';
import { failure } from './failure.ts';

/**
 * Does some work that is done by one at a time in the whole ledger, whichever copy of a service begins it, on a
 * connection that holds the lock of that number. While somebody else is at it, answers `otherwise` at once. Throws
 * DECISIONS_UNAVAILABLE without a ledger.
 */
export async function aloneInLedger<T>(pool: Pool, lock: number, otherwise: T, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((cause: unknown) => { throw failure(cause); });
  try {
    const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [lock]);
    if (!rows[0]!.alone) return otherwise;
    try {
      return await work(client);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lock]);
    }
  } catch (cause) {
    throw failure(cause);
  } finally {
    client.release();
  }
}
