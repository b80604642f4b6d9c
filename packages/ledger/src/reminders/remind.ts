import type { Pool, PoolClient } from 'pg';
import { aloneInLedger } from '../connection/aloneInLedger.ts';
import { dueReminders, type Reminder } from './dueReminders.ts';

/** Sends one reminder by the way that the person chose. Rejects when it could not be sent; it is tried again with the next run. */
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
export const remind = (pool: Pool, send: SendReminder): Promise<Reminded> => aloneInLedger(pool, RUN_LOCK, { sent: 0, failed: 0 }, (client) => remindAlone(client, send));

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
