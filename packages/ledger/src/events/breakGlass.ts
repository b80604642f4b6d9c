import { randomUUID } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { BY_EMERGENCY } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import type { MadeOpening } from './event.ts';
import { mustBeReviewed, oneAtATime, readOpened, whereTheyWork } from './opening.ts';
import { readWords } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import { withinWorkingDay } from './workingDay.ts';

/** What a worker opens in an emergency, why, and for how long. */
export interface BreakGlass extends Act {
  readonly categories: readonly string[];
  /** SERIOUS_THREAT, LEGAL_DUTY or PERSON_CANNOT_ACT. */
  readonly ground: string;
  /** In the worker's own words. */
  readonly reason: string;
  /** 1 to 60. */
  readonly minutes: number;
  /** Why it would not be safe to tell the person at once. */
  readonly delayNotice?: string | null;
  /** A beginning before it was recorded here. Not for a client to say. */
  readonly began?: number;
}

const GROUNDS = ['SERIOUS_THREAT', 'LEGAL_DUTY', 'PERSON_CANNOT_ACT'] as const satisfies readonly MadeOpening['ground'][];

const MOST_MINUTES = 60;

/** So many in a day and a night are too many for one worker: somebody looks into it first. */
const MOST_A_DAY = 3;

/**
 * A worker opens categories of one person for themselves, without the person's agreement: for an hour at most, to keep
 * somebody safe. It asks nothing of the person's own choices, nor whether there is such a person at all: whatever id is
 * named, it is recorded and answered alike. The person is told at once, or after one working day where the worker
 * says why that would not be safe and no second person keeps it back for longer.
 *
 * Throws FORBIDDEN for whoever does not support people, REVIEW_OVERDUE for a worker of whom an opening waits for its
 * review too long, OPENED_TOO_OFTEN for the fourth in 24 hours; INVALID_INPUT for J4, H4 and whatever else cannot be.
 */
export async function breakGlass(pool: Pool, { categories, ground, reason, minutes, delayNotice, began, ...act }: BreakGlass): Promise<Done> {
  const wish = {
    categories: readOpened(categories, BY_EMERGENCY, 'One of these categories is never opened in an emergency.'),
    ground: GROUNDS.find((one) => one === ground) ?? refuseInput('There is no such ground.'), reason: readWords(reason), minutes: readMinutes(minutes),
    delayReason: delayNotice === undefined || delayNotice === null ? null : readWords(delayNotice),
  };
  return record(pool, act, { verb: 'breakGlass', ...wish, began }, async ({ client, at }) => {
    const agency = await whereTheyWork(client, act);
    await oneAtATime(client, act.actor.id);
    if (began === undefined) {
      await mustBeReviewed(client, act.actor.id);
      await mustNotBeTooMany(client, act.actor.id);
    }
    const from = began ?? at, reviewBy = await withinWorkingDay(client, from);
    return {
      kind: 'GLASS_BROKEN',
      body: {
        opening: {
          id: randomUUID(), kind: 'BREAK_GLASS', ground: wish.ground, gateway: null, worker: act.actor.id, agency, categories: wish.categories, reason: wish.reason,
          from: new Date(from).toISOString(), to: new Date(from + wish.minutes * 60_000).toISOString(),
          reviewBy, delayReason: wish.delayReason, toldFrom: wish.delayReason === null ? new Date(from).toISOString() : reviewBy,
        },
      },
    };
  });
}

const readMinutes = (minutes: number): number =>
  (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES ? minutes : refuseInput('It is open for 1 to 60 minutes.'));

/** In 24 hours, by the database's clock. */
async function mustNotBeTooMany(client: ClientBase, worker: string): Promise<void> {
  const { rows } = await client.query<{ lately: string }>(
    `SELECT count(*) AS lately FROM opening WHERE worker = $1 AND kind = 'BREAK_GLASS' AND access_from > clock_timestamp() - interval '24 hours'`,
    [worker],
  );
  if (Number(rows[0]!.lately) >= MOST_A_DAY) throw new HouseError('OPENED_TOO_OFTEN');
}
