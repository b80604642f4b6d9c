import type { Pool } from 'pg';

/** Two data protection leads, Shona and Fergus: nobody is their own second one. */
export async function addOverseers(pool: Pool): Promise<void> {
  await pool.query(`INSERT INTO worker (id, agency, team, name, roles) SELECT one, 'fife-works', NULL, initcap(one), '{DATA_PROTECTION_LEAD}' FROM unnest('{shona,fergus}'::text[]) AS one`);
}

/** The last day of something that is held back for a month. */
export const inAMonth = (): string => new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
