import type { Pool, PoolClient } from 'pg';
import { failure } from '../connection/failure.ts';
import { dueReminders, type Reminder } from './dueReminders.ts';

/** Sends one reminder by the way that the person chose, or not at all when they chose none: then it counts as sent. Rejects when it could not be sent; it is tried again with the next run. */
export type SendReminder = (reminder: Reminder) => Promise<void>;

/** What a run did. */
export interface Reminded {
  readonly sent: number;
  readonly failed: number;
}

// One run at a time in the whole ledger, whichever copy of the service begins it.
const RUN_LOCK = 7_436_284;
const AT_ONCE = 100;

/**
 * Sends what is due. Each is on the record once it was sent: a run that breaks off between the two sends one again,
 * rather than none. Does nothing while another run goes on. Throws DECISIONS_UNAVAILABLE without a ledger.
 */
export async function remind(pool: Pool, send: SendReminder): Promise<Reminded> {
  const client = await pool.connect().catch((cause: unknown) => { throw failure(cause); });
  try {
    const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [RUN_LOCK]);
    if (!rows[0]!.alone) return { sent: 0, failed: 0 };
    try {
      return await remindAlone(client, send);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [RUN_LOCK]);
    }
  } catch (cause) {
    throw failure(cause);
  } finally {
    client.release();
  }
}

async function remindAlone(client: PoolClient, send: SendReminder): Promise<Reminded> {
  const failed: string[] = [];
  for (let sent = 0; ;) {
    const due = await dueReminders(client, AT_ONCE, failed);
    if (due.length === 0) return { sent, failed: failed.length };
    for (const reminder of due) {
      // Whom it could not be sent to is told the next time: the others are not kept waiting, and it is counted.
      const isSent = await send(reminder).then(() => true, () => false);
      if (!isSent) failed.push(reminder.grant);
      else {
        await writeDown(client, reminder);
        sent += 1;
      }
    }
  }
}

const writeDown = (client: PoolClient, { grant, kind, person }: Reminder): Promise<unknown> =>
  client.query('INSERT INTO reminder (grant_id, kind, person, at) VALUES ($1, $2, $3, clock_timestamp())', [grant, kind, person]);
