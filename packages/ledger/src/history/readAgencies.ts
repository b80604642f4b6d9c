import type { Db } from '../standing/readStanding.ts';

/** An agency, by the id that stands in records, and what it is called. */
export interface AgencyName {
  readonly id: string;
  readonly name: string;
}

/** Every agency of the house, by its id. Which of them anybody has to do with is not in it. */
export async function readAgencies(db: Db): Promise<AgencyName[]> {
  const { rows } = await db.query<AgencyName>('SELECT id, name FROM agency ORDER BY id');
  return rows;
}
