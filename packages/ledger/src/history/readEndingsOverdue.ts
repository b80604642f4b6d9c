import type { Instant } from '@thegither/consent';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';

/** An agency that owes an answer to a notice, and since when. */
export interface OverdueEnding {
  readonly id: string;
  readonly person: string;
  /** By name. */
  readonly agency: string;
  /** What it owes: that it read the notice, or what became of what it was told. */
  readonly owes: 'ACKNOWLEDGEMENT' | 'ATTESTATION';
  readonly endedAt: Instant;
  readonly dueAt: Instant;
}

const MOST = 200;

/** Which agencies have not said in time that they read a notice, or what became of what they were told: the longest overdue first. For whoever checks that people look fairly, and for nobody else. */
export async function readEndingsOverdue(db: Db): Promise<OverdueEnding[]> {
  const { rows } = await db.query<OverdueEnding>(
    `SELECT owed.id, owed.person, owed.agency, owed.owes, ${instant('owed.ended_at')} AS "endedAt", ${instant('owed.due')} AS "dueAt" FROM (
       SELECT n.id, n.person, coalesce(a.name, n.agency) AS agency, n.ended_at,
              CASE WHEN r.id IS NULL AND n.attest_by > clock_timestamp() THEN 'ACKNOWLEDGEMENT' ELSE 'ATTESTATION' END AS owes,
              CASE WHEN r.id IS NULL THEN n.acknowledge_by ELSE n.attest_by END AS due
         FROM ending_notice n LEFT JOIN ending_reply r ON r.id = n.id LEFT JOIN agency a ON a.id = n.agency WHERE r.outcome IS NULL) AS owed
      WHERE owed.due <= clock_timestamp() ORDER BY owed.due, owed.id LIMIT ${MOST}`,
  );
  return rows;
}
