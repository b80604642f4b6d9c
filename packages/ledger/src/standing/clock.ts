import type { Instant } from '@thegither/consent';
import { instant } from './instant.ts';
import type { Db } from './readStanding.ts';

/** The only clock that decides: the ledger's, in milliseconds since 1970 with fractions. */
export async function clock(db: Db): Promise<Instant> {
  const { rows } = await db.query<{ at: number }>(`SELECT ${instant('clock_timestamp()')} AS at`);
  return rows[0]!.at;
}
