import type { ClientBase, Pool } from 'pg';
import type { Instant } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { failure } from '../connection/failure.ts';
import type { Review } from './event.ts';
import { dayWithin } from './lastDay.ts';
import { readDay, readWords } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** What a second person says of an opening. Whom it is about, the opening says. */
export interface ReviewOpening extends Omit<Act, 'person'> {
  readonly opening: string;
  /** JUSTIFIED or NOT_JUSTIFIED. */
  readonly outcome: string;
  readonly reason: string;
  /** The last day on which the person is not told, where the reviewer agrees that it would not be safe: 28 days from now at most. */
  readonly delayUntil?: string | null;
}

const OUTCOMES = ['JUSTIFIED', 'NOT_JUSTIFIED'] as const satisfies readonly Review['outcome'][];

const MOST_DAYS_UNTOLD = 28;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Row { readonly person: string; readonly worker: string; readonly agency: string; readonly to: Date; readonly told: Date; readonly delay: string | null; readonly reviewed: string | null }

/**
 * A second person says whether an opening was justified: a lead of the worker's agency or the data protection lead, and
 * never the worker. What was not justified ends at once. The person is told at once, too, unless the worker gave a reason
 * of safety and the reviewer agrees with it until a day. Once is all: another review throws INVALID_INPUT, as an opening
 * does that there is not, or that is not theirs to review: one answer for all.
 */
export async function reviewOpening(pool: Pool, { opening, outcome, reason, delayUntil, ...reviewer }: ReviewOpening): Promise<Done> {
  const wish = {
    opening: opening.toLowerCase(), outcome: OUTCOMES.find((one) => one === outcome) ?? refuseInput('It was justified, or it was not.'), reason: readWords(reason), delayUntil: readDay(delayUntil) ?? null,
  };
  if (wish.delayUntil !== null && wish.outcome === 'NOT_JUSTIFIED') return refuseInput('Of what was not justified the person is told at once.');
  const person = await personOf(pool, wish.opening);
  const act: Act = { ...reviewer, person };
  return record(pool, act, { verb: 'reviewOpening', ...wish }, async ({ client, at }) => {
    const made = await toReview(client, wish.opening, act);
    return {
      kind: 'OPENING_REVIEWED',
      body: {
        opening: wish.opening, outcome: wish.outcome, reason: wish.reason, by: act.actor.id,
        to: wish.outcome === 'NOT_JUSTIFIED' && at < made.to.getTime() ? new Date(at).toISOString() : null,
        toldFrom: await toldFrom(client, made, wish.delayUntil, at),
      },
    };
  });
}

const noSuch = (): never => refuseInput('There is no such opening for you to review.');

async function personOf(pool: Pool, opening: string): Promise<string> {
  if (!UUID.test(opening)) return noSuch();
  const { rows } = await pool.query<{ person: string }>('SELECT person FROM opening WHERE id = $1', [opening]).catch((cause: unknown) => { throw failure(cause); });
  return rows[0]?.person ?? noSuch();
}

async function toReview(client: ClientBase, opening: string, { actor }: Act): Promise<Row> {
  const { rows } = await client.query<Row>(
    `SELECT o.person, o.worker, o.agency, o.access_to AS to, o.told_from AS told, o.delay_reason AS delay, o.reviewed_event AS reviewed FROM opening o JOIN worker r ON r.id = $2
      WHERE o.id = $1 AND r.id <> o.worker AND ('DATA_PROTECTION_LEAD' = ANY (r.roles) OR ('TEAM_LEAD' = ANY (r.roles) AND r.agency = o.agency))`,
    [opening, actor.kind === 'worker' ? actor.id : null],
  );
  if (actor.kind !== 'worker') throw new HouseError('FORBIDDEN');
  const made = rows[0] ?? noSuch();
  return made.reviewed === null ? made : refuseInput('This was reviewed already.');
}

/** Never later than it was, but by a second person's word; and at once without it. */
async function toldFrom(client: ClientBase, { told, delay }: Row, until: string | null, at: Instant): Promise<string> {
  if (until === null) return new Date(Math.min(told.getTime(), at)).toISOString();
  if (delay === null || told.getTime() <= at) return refuseInput('The person was told already, or is to be told at once.');
  return dayWithin(client, until, at, MOST_DAYS_UNTOLD);
}
