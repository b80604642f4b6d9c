import { WORKING_ROLES } from '@thegither/consent';
import type { Db } from '../standing/readStanding.ts';

/** Somebody who supports a person now, in words that people read. */
export interface Supporter {
  /** The worker's name, or the team's. */
  readonly worker: string;
  readonly agency: string;
  /** What naming them gives away: the domain of their agency. */
  readonly domain: string | null;
  /** Null for a team. */
  readonly role: string | null;
}

/** Who supports these people now, longest first: an entry for everybody. */
export async function readSupporters(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, Supporter[]>> {
  const { rows } = await db.query<{ person: string; worker: string; agency: string; domain: string | null; roles: string[] | null }>(
    `SELECT a.person, coalesce(w.name, t.name) AS worker, g.name AS agency, g.domain, w.roles
       FROM assignment a LEFT JOIN worker w ON w.id = a.recipient_worker LEFT JOIN team t ON t.id = a.recipient_team
       JOIN agency g ON g.id = coalesce(w.agency, t.agency)
      WHERE a.person = ANY ($1::text[]) AND a.state = 'CONFIRMED' AND a.ended_event IS NULL
        AND a.access_from <= clock_timestamp() AND (a.access_to IS NULL OR clock_timestamp() < a.access_to)
      ORDER BY a.access_from, a.id`,
    [people],
  );
  const byPerson = new Map<string, Supporter[]>(people.map((person) => [person, []]));
  for (const { person, worker, agency, domain, roles } of rows) {
    const role = [...WORKING_ROLES].find((one) => roles?.includes(one)) ?? null;
    byPerson.get(person)?.push({ worker, agency, domain, role });
  }
  return byPerson;
}
