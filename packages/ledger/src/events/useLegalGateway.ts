import { randomUUID } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { fromInt8, maskOf, namesIn, without } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { dayWithin } from './lastDay.ts';
import { mustBeReviewed, oneAtATime, readOpened, whereTheyWork } from './opening.ts';
import { readDay, readWords } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import { withinWorkingDay } from './workingDay.ts';

/** By which law a worker opens what, why, and until when. */
export interface UseLegalGateway extends Act {
  /** The id of the law in the ledger's list. */
  readonly gateway: string;
  /** All that the law names when nothing is said. */
  readonly categories?: readonly string[] | null;
  readonly reason: string;
  /** The last day, thirty days from now at most. */
  readonly until: string;
  /** Why it would not be safe to tell the person at once. */
  readonly delayNotice?: string | null;
}

const MOST_DAYS = 30;
const MY_SHARING = maskOf('MY_SHARING');

/**
 * A worker opens for themselves what a law lets their agency see, whatever the person chose. Who may, is the caller's to
 * check; here, that the law is one of the agency's and in force. The person is told, as of an emergency. Throws
 * INVALID_INPUT for a law that is not the agency's, or categories that it does not name; REVIEW_OVERDUE while something
 * that the worker opened waits for its review too long.
 */
export async function useLegalGateway(pool: Pool, { gateway, categories, reason, until, delayNotice, ...act }: UseLegalGateway): Promise<Done> {
  const wish = {
    gateway, categories: categories ?? null, reason: readWords(reason), until: readDay(until) ?? refuseInput('Say which day is the last.'),
    delayReason: delayNotice === undefined || delayNotice === null ? null : readWords(delayNotice),
  };
  return record(pool, act, { verb: 'useLegalGateway', ...wish }, async ({ client, at }) => {
    const agency = await whereTheyWork(client, act);
    await oneAtATime(client, act.actor.id);
    await mustBeReviewed(client, act.actor.id);
    const lawful = await lawfulFor(client, wish.gateway, agency);
    const opened = wish.categories === null ? lawful : readOpened(wish.categories, maskOf(...lawful), 'This law does not name one of these categories.');
    const from = new Date(at).toISOString(), reviewBy = await withinWorkingDay(client, at);
    return {
      kind: 'GATEWAY_USED',
      body: {
        opening: {
          id: randomUUID(), kind: 'STATUTORY', ground: 'STATUTORY', gateway: wish.gateway, worker: act.actor.id, agency, categories: opened, reason: wish.reason,
          from, to: await dayWithin(client, wish.until, at, MOST_DAYS), reviewBy, delayReason: wish.delayReason, toldFrom: wish.delayReason === null ? from : reviewBy,
        },
      },
    };
  });
}

/** What the law names, when it is one of this agency's and in force now. */
async function lawfulFor(client: ClientBase, gateway: string, agency: string): Promise<string[]> {
  const { rows } = await client.query<{ categories: string }>(
    `SELECT categories::text FROM legal_gateway
      WHERE id = $1 AND recipient_agency = $2 AND effective_from <= clock_timestamp() AND (effective_to IS NULL OR clock_timestamp() < effective_to)`,
    [gateway, agency],
  );
  if (!rows[0]) return refuseInput('Your agency has no such law to go by.');
  const named = fromInt8(rows[0].categories);
  if (named === undefined) throw new HouseError('INTERNAL', 'what a law names cannot be read');
  return namesIn(without(named, MY_SHARING));
}
