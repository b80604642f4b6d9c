import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { toInt8 } from '@thegither/consent';
import { failure, wasInTheWay } from '../connection/failure.ts';
import { aloneInLedger } from '../connection/aloneInLedger.ts';
import { holdAlone } from '../connection/locks.ts';
import { transaction, type Patience } from '../connection/transaction.ts';
import type { Seals } from '../seal/seals.ts';
import { endingsOf, type NewNotice } from './endingsOf.ts';
import { readEnded } from './readEnded.ts';

/** What a run did. */
export interface NotedEndings {
  /** Notices that were made. */
  readonly noted: number;
  /** People of whom it could not be found out; the next run tries again. */
  readonly failed: number;
}

const RUN_LOCK = 7_436_285;
const AT_ONCE = 200;
const PATIENCE: Patience = { lockMs: 2_000, statementMs: 10_000 };

/** How long an agency has to say that it read a notice, and what became of what it was told. */
const ACKNOWLEDGE_DAYS = 7;
const ATTEST_DAYS = 30;

/** What may have ended somebody's sharing: a grant's end by an event or the clock, a refusal, an exclusion, a stop. More rather than less: `endingsOf` says what did. */
const CAUSES = `
  SELECT g.id, g.person FROM sharing_grant g WHERE g.ended_event IS NOT NULL OR g.access_to <= clock_timestamp()
      OR (g.state = 'RECORDED_UNCONFIRMED' AND g.access_from <= clock_timestamp() - interval '14 days')
      OR (g.purpose = 'ONE_MEETING' AND EXISTS (SELECT FROM disclosure d WHERE d.person = g.person AND g.id = ANY (d.grants) AND d.at <= clock_timestamp() - interval '2 hours'))
  UNION ALL SELECT id, person FROM refusal
  UNION ALL SELECT id, person FROM exclusion
  UNION ALL SELECT id, person FROM hold`;

const UNSEEN = `FROM (${CAUSES}) AS cause WHERE NOT EXISTS (SELECT FROM ending_seen s WHERE s.cause = cause.id)`;

/**
 * Makes the notices to the agencies with which sharing ended since the last run: see `endingsOf`. Each person is looked
 * at once for everything that ended, in one transaction under their lock, which also writes down that it was looked at:
 * a run that breaks off or is repeated makes no notice twice and leaves none out, and where nothing ran for weeks the
 * next run makes them all. Somebody who cannot be read keeps nobody else waiting. Does nothing while another run goes
 * on. Throws DECISIONS_UNAVAILABLE without a ledger.
 */
export const noteEndings = (pool: Pool, seals: Seals): Promise<NotedEndings> => aloneInLedger(pool, RUN_LOCK, { noted: 0, failed: 0 }, async () => {
  let noted = 0, failed = 0;
  for (let last = ''; ;) {
    const people = await peopleAfter(pool, last);
    if (people.length === 0) return { noted, failed };
    for (const person of people) {
      const made = await noteFor(pool, seals, person).catch(() => undefined);
      if (made === undefined) failed += 1;
      else noted += made;
    }
    last = people.at(-1)!;
  }
});

async function peopleAfter(pool: Pool, last: string): Promise<string[]> {
  const { rows } = await pool.query<{ person: string }>(`SELECT DISTINCT cause.person ${UNSEEN} AND cause.person > $1 ORDER BY cause.person LIMIT $2`, [last, AT_ONCE])
    .catch((cause: unknown) => { throw failure(cause); });
  return rows.map(({ person }) => person);
}

const TRIES = 3;

async function noteFor(pool: Pool, seals: Seals, person: string): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction(pool, PATIENCE, (client) => holdAlone(client, person), async (client) => ({ keep: true, answer: await noteAlone(client, seals, person) }));
    } catch (cause) {
      if (attempt >= TRIES || !wasInTheWay(cause)) throw failure(cause);
    }
  }
}

async function noteAlone(client: PoolClient, seals: Seals, person: string): Promise<number> {
  // The clock of the causes is read before that of what follows from them: what ends between the two is noted now or looked at again.
  const { rows } = await client.query<{ id: string }>(`SELECT cause.id ${UNSEEN} AND cause.person = $1`, [person]);
  const notices = endingsOf(await readEnded(client, seals, person));
  for (const notice of notices) await write(client, person, notice);
  await client.query('INSERT INTO ending_seen (cause, at) SELECT cause, clock_timestamp() FROM unnest($1::uuid[]) AS cause', [rows.map(({ id }) => id)]);
  return notices.length;
}

const write = (client: PoolClient, person: string, { grant, agency, workers, categories, heldBack, endedAt }: NewNotice): Promise<unknown> => client.query(
  `INSERT INTO ending_notice (id, person, grant_id, agency, workers, categories, held_back, ended_at, noticed_at, acknowledge_by, attest_by)
   SELECT $1, $2, $3, $4, $5, $6, $7, $8, now.at, now.at + make_interval(days => $9), now.at + make_interval(days => $10) FROM (SELECT clock_timestamp() AS at) AS now`,
  [randomUUID(), person, grant, agency, workers, toInt8(categories), heldBack, new Date(endedAt).toISOString(), ACKNOWLEDGE_DAYS, ATTEST_DAYS],
);
