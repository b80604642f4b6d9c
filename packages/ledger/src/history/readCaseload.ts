import { WORKING_ROLES, type Instant } from '@thegither/consent';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';
import { cursorAt, microseconds, readCursor } from './cursor.ts';

/** How much of the list, and where the page before ended. */
export interface CaseloadPage {
  readonly first: number;
  readonly after?: string | null;
}

/** One person whom the worker supports now. */
export interface CaseloadLine {
  readonly person: string;
  /** Since when. */
  readonly from: Instant;
  /** Until when, by the last of their assignments; null while one has no end. */
  readonly to: Instant | null;
  readonly cursor: string;
}

/** The people whom a worker supports now, by name or through their team, longest first. Whoever keeps the worker out is left out before the page is cut, so that a page never shows a gap. */
export async function readCaseload(db: Db, worker: string, { first, after }: CaseloadPage): Promise<CaseloadLine[]> {
  const { moment, id } = readCursor(after);
  const { rows } = await db.query<{ person: string; since: Date; until: Instant | null; moment: string }>(
    `SELECT person, since, CASE WHEN open_ended THEN NULL ELSE ${instant('until')} END AS until, ${microseconds('since')} AS moment FROM (
       SELECT a.person, min(a.access_from) AS since, max(a.access_to) AS until, bool_or(a.access_to IS NULL) AS open_ended
         FROM worker w JOIN assignment a ON a.recipient_worker = w.id OR a.recipient_team = w.team
        WHERE w.id = $1 AND w.roles && $5::text[] AND a.state = 'CONFIRMED' AND a.ended_event IS NULL
          AND a.access_from <= clock_timestamp() AND (a.access_to IS NULL OR clock_timestamp() < a.access_to)
          AND NOT EXISTS (SELECT FROM exclusion x WHERE x.person = a.person AND x.ended_event IS NULL
                             AND (x.recipient_worker = w.id OR x.recipient_team = w.team OR x.recipient_agency = w.agency))
        GROUP BY a.person) AS supported
     WHERE $2::timestamptz IS NULL OR (since, person) > ($2::timestamptz, $3::text)
     ORDER BY since, person LIMIT $4`,
    [worker, moment, id, first, [...WORKING_ROLES]],
  );
  return rows.map(({ person, since, until, moment: at }) => ({ person, from: since.getTime(), to: until, cursor: cursorAt(at, person) }));
}
