import type { Instant } from '@thegither/consent';
import type { Db } from '../standing/readStanding.ts';

/** That a person agreed to be linked with a household, and until when. */
export interface HouseholdLink {
  readonly household: string;
  readonly since: Instant;
  /** Null while it goes on. */
  readonly until: Instant | null;
}

/** Every household that each of these people is or was linked with, latest first: an entry for everybody. It is for the person alone. */
export async function readHouseholdLinks(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, HouseholdLink[]>> {
  const { rows } = await db.query<{ person: string; household: string; since: Date; until: Date | null }>(
    `SELECT m.person, m.household, o.at AS since, e.at AS until
       FROM household_member m JOIN event o ON o.id = m.opened_event LEFT JOIN event e ON e.id = m.ended_event
      WHERE m.person = ANY ($1::text[]) ORDER BY o.position DESC`,
    [people],
  );
  const byPerson = new Map<string, HouseholdLink[]>(people.map((person) => [person, []]));
  for (const { person, household, since, until } of rows) {
    byPerson.get(person)?.push({ household, since: since.getTime(), until: until?.getTime() ?? null });
  }
  return byPerson;
}
