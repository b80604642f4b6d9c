import type { Db } from '../standing/readStanding.ts';

/** For each of these people who is linked with a household: the others who agreed to be linked with it. Nobody else has an entry. */
export async function readHouseholds(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await db.query<{ person: string; others: string[] }>(
    `SELECT m.person, array_remove(array_agg(DISTINCT o.person ORDER BY o.person), NULL) AS others
       FROM household_member m
       LEFT JOIN household_member o ON o.household = m.household AND o.person <> m.person AND o.ended_event IS NULL
      WHERE m.person = ANY ($1::text[]) AND m.ended_event IS NULL GROUP BY m.person`,
    [people],
  );
  return new Map(rows.map(({ person, others }) => [person, others]));
}
