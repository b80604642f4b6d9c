import { fromInt8, NOTHING, type Instant, type Mask } from '@thegither/consent';
import type { MadeOpening } from '../events/event.ts';
import type { Db } from '../standing/readStanding.ts';

/** An opening that waits for a second person: who opened what and when, and of the person an id alone. */
export interface OpeningToReview {
  readonly opening: string;
  readonly person: string;
  /** The account of who opened it. */
  readonly worker: string;
  readonly ground: MadeOpening['ground'];
  readonly categories: Mask;
  readonly from: Instant;
  readonly to: Instant;
  readonly reviewBy: Instant;
  readonly overdue: boolean;
  /** Does the worker ask that the person is not told yet? */
  readonly asksForDelay: boolean;
}

interface Row {
  readonly id: string;
  readonly person: string;
  readonly worker: string;
  readonly ground: MadeOpening['ground'];
  readonly categories: string;
  readonly access_from: Date;
  readonly access_to: Date;
  readonly review_by: Date;
  readonly overdue: boolean;
  readonly asks: boolean;
}

/** For a lead of the agency, and for the data protection lead of all: what nobody has reviewed, the longest waiting first. Nothing for anybody else, and nobody's own. */
export async function readOpeningsToReview(db: Db, reviewer: string): Promise<OpeningToReview[]> {
  const { rows } = await db.query<Row>(
    `SELECT o.id, o.person, o.worker, o.ground, o.categories::text, o.access_from, o.access_to, o.review_by, o.review_by <= clock_timestamp() AS overdue, o.delay_reason IS NOT NULL AS asks
       FROM worker r JOIN opening o ON 'DATA_PROTECTION_LEAD' = ANY (r.roles) OR ('TEAM_LEAD' = ANY (r.roles) AND r.agency = o.agency)
      WHERE r.id = $1 AND o.worker <> r.id AND o.reviewed_event IS NULL
      ORDER BY o.review_by, o.id LIMIT 500`,
    [reviewer],
  );
  return rows.map((row) => ({
    opening: row.id, person: row.person, worker: row.worker, ground: row.ground, categories: fromInt8(row.categories) ?? NOTHING, from: row.access_from.getTime(), to: row.access_to.getTime(),
    reviewBy: row.review_by.getTime(), overdue: row.overdue, asksForDelay: row.asks,
  }));
}
