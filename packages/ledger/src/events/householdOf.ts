import type { ClientBase } from 'pg';

/** A person's link with a household, as it stands. */
export interface HouseholdLinkNow {
  readonly member: string;
  readonly household: string;
}

/** The link that the person has now, if they have one: asked under their lock, so that it stands until the commit. */
export async function householdOf(client: ClientBase, person: string): Promise<HouseholdLinkNow | undefined> {
  const { rows } = await client.query<HouseholdLinkNow>('SELECT id AS member, household FROM household_member WHERE person = $1 AND ended_event IS NULL', [person]);
  return rows[0];
}
