import type { Instant } from '@thegither/consent';
import type { Db } from '../standing/readStanding.ts';

/** An assignment that ended and that nobody of the team has taken over: no personal data. */
export interface HandoverDue {
  readonly assignment: string;
  readonly person: string;
  /** The worker who supported them, or the team. */
  readonly worker: string;
  readonly endedAt: Instant;
}

/** For a team lead: who of the team's people has nobody any more, latest first. Nothing for somebody who leads no team, and nobody who keeps the lead out. */
export async function readHandoversDue(db: Db, lead: string): Promise<HandoverDue[]> {
  const { rows } = await db.query<{ assignment: string; person: string; worker: string; ended: Date }>(
    `WITH team_of AS (SELECT a.*, coalesce(a.recipient_team, w.team) AS team FROM assignment a LEFT JOIN worker w ON w.id = a.recipient_worker)
     SELECT DISTINCT ON (a.person) a.id AS assignment, a.person, coalesce(a.recipient_worker, a.recipient_team) AS worker, a.access_to AS ended
       FROM worker l JOIN team_of a ON a.team = l.team
      WHERE l.id = $1 AND 'TEAM_LEAD' = ANY (l.roles) AND a.state = 'CONFIRMED' AND a.access_to <= clock_timestamp()
        AND NOT EXISTS (SELECT FROM team_of b WHERE b.person = a.person AND b.team = l.team AND b.ended_event IS NULL
                           AND (b.access_to IS NULL OR clock_timestamp() < b.access_to))
        AND NOT EXISTS (SELECT FROM exclusion x WHERE x.person = a.person AND x.ended_event IS NULL
                           AND (x.recipient_worker = l.id OR x.recipient_team = l.team OR x.recipient_agency = l.agency))
      ORDER BY a.person, a.access_to DESC`,
    [lead],
  );
  return rows.map(({ assignment, person, worker, ended }) => ({ assignment, person, worker, endedAt: ended.getTime() })).toSorted((a, b) => b.endedAt - a.endedAt);
}
