import type { Pool, PoolClient, QueryResult } from 'pg';
import { HouseError } from '@thegither/vocabulary';
import { together } from './inOrder.ts';
import { begin, type Patience } from './transaction.ts';

/** What follows from what was read: something to write and keep, or an answer without a trace. */
export type Then<T> =
  | { readonly write: (client: PoolClient) => Promise<QueryResult>; readonly answer: (written: number) => T }
  | { readonly giveUp: T };

/**
 * Runs one transaction in two journeys to the server: its beginning with everything that it reads, then what it writes
 * with its end. The server does one statement after the other all the same, each in a snapshot of its own, so a
 * statement sees what was committed while the one before it waited for a lock. `read` sends its statements at once,
 * without waiting in between; `decide` is pure.
 *
 * Answers only what was committed. Where a statement failed nothing is kept, and it throws what the first one that
 * failed threw: see `failure`. A connection on which giving up failed is closed.
 */
export async function inTwoJourneys<Read, T>(pool: Pool, patience: Patience, read: (client: PoolClient) => Promise<Read>, decide: (read: Read) => Then<T>): Promise<T> {
  const client = await pool.connect();
  let usable = false;
  try {
    const [, facts] = await together(client, () => [client.query(begin(patience)), read(client)]);
    const then = decide(facts);
    if ('giveUp' in then) {
      await client.query('ROLLBACK');
      usable = true;
      return then.giveUp;
    }
    const [written, committed] = await together(client, () => [then.write(client), client.query('COMMIT')]);
    // After a statement that failed COMMIT is obeyed as ROLLBACK, without an error.
    if (committed.command !== 'COMMIT') throw new HouseError('INTERNAL', 'a transaction was not committed');
    usable = true;
    return then.answer(written.rowCount ?? 0);
  } catch (cause) {
    usable = await client.query('ROLLBACK').then(() => true, () => false);
    throw cause;
  } finally {
    client.release(!usable);
  }
}
