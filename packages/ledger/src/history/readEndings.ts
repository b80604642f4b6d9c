import type { Instant, Mask } from '@thegither/consent';
import { ERASURE_OUTCOMES, type ErasureOutcome } from '../events/event.ts';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';
import { heldBackSql } from './heldBackSql.ts';
import { maskIn } from './readEndingNotices.ts';

/** What followed when sharing with an agency ended, as the person reads it. */
export interface SharingEnding {
  readonly grant: string;
  /** By name. */
  readonly agency: string;
  /** What it was told and is told no more. */
  readonly categories: Mask;
  readonly endedAt: Instant;
  readonly askedAt: Instant;
  readonly acknowledgeBy: Instant;
  readonly acknowledgedAt: Instant | null;
  readonly attestBy: Instant;
  readonly attestedAt: Instant | null;
  /** What the agency says; null while it has said nothing. */
  readonly outcome: ErasureOutcome | null;
  /** The duty in law by which it keeps what it was told. */
  readonly duty: string | null;
}

interface Row extends Omit<SharingEnding, 'categories' | 'outcome'> { readonly person: string; readonly categories: string; readonly outcome: string | null }

/** Whom the house asked to erase what they were told of these people, and what they say, latest first: an entry for everybody. What is about looks that are held back from the person is there for `all` alone. */
export async function readEndings(db: Db, people: readonly string[], all = false): Promise<ReadonlyMap<string, SharingEnding[]>> {
  const { rows } = await db.query<Row>(
    `SELECT n.person, n.grant_id AS grant, coalesce(a.name, n.agency) AS agency, n.categories::text, ${instant('n.ended_at')} AS "endedAt", ${instant('n.noticed_at')} AS "askedAt",
            ${instant('n.acknowledge_by')} AS "acknowledgeBy", ${instant('said.at')} AS "acknowledgedAt", ${instant('n.attest_by')} AS "attestBy", ${instant('attested.at')} AS "attestedAt", r.outcome, r.duty
       FROM ending_notice n LEFT JOIN agency a ON a.id = n.agency LEFT JOIN ending_reply r ON r.id = n.id LEFT JOIN event said ON said.id = r.opened_event LEFT JOIN event attested ON attested.id = r.ended_event
      WHERE n.person = ANY ($1::text[])
        AND ($2 OR NOT n.held_back OR NOT EXISTS (SELECT FROM disclosure d WHERE d.person = n.person AND d.agency = n.agency AND n.grant_id = ANY (d.grants) AND ${heldBackSql('d')}))
      ORDER BY n.noticed_at DESC, n.id`,
    [people, all],
  );
  const endings = new Map<string, SharingEnding[]>(people.map((person) => [person, []]));
  for (const { person, ...row } of rows) endings.get(person)?.push({ ...row, categories: maskIn(row.categories), outcome: ERASURE_OUTCOMES.find((one) => one === row.outcome) ?? null });
  return endings;
}
