import { fromInt8, type Instant, type Mask } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { MAY_ANSWER } from '../endings/mayAnswer.ts';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';

/** That sharing with the reader's agency ended, as its leads read it: who, what and when, and never why. */
export interface EndingNotice {
  readonly id: string;
  readonly person: string;
  readonly categories: Mask;
  /** Whom of the agency it was told, by name. */
  readonly workers: readonly string[];
  readonly endedAt: Instant;
  readonly noticedAt: Instant;
  readonly acknowledgeBy: Instant;
  /** Null while nobody has. */
  readonly acknowledgedAt: Instant | null;
  readonly attestBy: Instant;
}

/** Notices at most; when they are answered, others take their place. */
const MOST = 200;

/** The notices that this worker is to answer for their agency and that nobody has wholly answered, the first due first. Nothing for who leads nothing. */
export async function readEndingNotices(db: Db, worker: string): Promise<EndingNotice[]> {
  const { rows } = await db.query<Omit<EndingNotice, 'categories'> & { readonly categories: string }>(
    `SELECT n.id, n.person, n.categories::text, (SELECT array_agg(coalesce(told.name, one.id) ORDER BY coalesce(told.name, one.id)) FROM unnest(n.workers) AS one(id) LEFT JOIN worker told ON told.id = one.id) AS workers,
            ${instant('n.ended_at')} AS "endedAt", ${instant('n.noticed_at')} AS "noticedAt", ${instant('n.acknowledge_by')} AS "acknowledgeBy", ${instant('n.attest_by')} AS "attestBy", ${instant('said.at')} AS "acknowledgedAt"
       FROM worker w JOIN ending_notice n ON ${MAY_ANSWER} LEFT JOIN ending_reply r ON r.id = n.id LEFT JOIN event said ON said.id = r.opened_event
      WHERE w.id = $1 AND r.outcome IS NULL ORDER BY n.noticed_at, n.id LIMIT ${MOST}`,
    [worker],
  );
  return rows.map((row) => ({ ...row, categories: maskIn(row.categories) }));
}

/** Categories of a notice. Throws INTERNAL for a mask that cannot be read. */
export function maskIn(text: string): Mask {
  const mask = fromInt8(text);
  if (mask === undefined) throw new HouseError('INTERNAL', 'a notice in the ledger cannot be read');
  return mask;
}
