import type { Instant } from '@thegither/consent';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';

/** A notice as it stands now: what a person reads before they agree. */
export interface Notice {
  readonly id: string;
  readonly language: string;
  readonly version: number;
  readonly text: string;
  /** SHA-256 of the text in UTF-8, in hexadecimal: what an agreement names. */
  readonly hash: string;
  readonly since: Instant;
}

/** The newest version in force of every notice, in every language that it is published in. */
export async function readNotices(db: Db): Promise<Notice[]> {
  const { rows } = await db.query<Notice>(
    `SELECT DISTINCT ON (id, language) id, language, version, text, encode(hash, 'hex') AS hash, ${instant('effective_from')} AS since
       FROM notice WHERE effective_from <= clock_timestamp() ORDER BY id, language, version DESC`,
  );
  return rows;
}
