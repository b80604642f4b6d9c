import { fromInt8, type Instant, type Mask } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import type { MadeOpening, Review } from '../events/event.ts';
import type { Db } from '../standing/readStanding.ts';

/** What a worker opened without the person's agreement, by the names that people know. */
export interface OpeningLine {
  readonly id: string;
  readonly kind: MadeOpening['kind'];
  readonly ground: MadeOpening['ground'];
  /** The law, by its name and section; null in an emergency. */
  readonly statute: string | null;
  readonly worker: string;
  readonly agency: string;
  readonly categories: Mask;
  readonly from: Instant;
  /** Exclusive end. */
  readonly to: Instant;
  readonly reviewBy: Instant;
  /** From when on the person is told. */
  readonly toldFrom: Instant;
  /** What a second person said; null while nobody has. */
  readonly outcome: Review['outcome'] | null;
  /** In the words of who opened it, who asked that the person is not told, and who reviewed it: for whoever checks. */
  readonly words: { readonly reason: string; readonly delay: string | null; readonly review: string | null };
}

interface Row {
  readonly id: string;
  readonly person: string;
  readonly kind: MadeOpening['kind'];
  readonly ground: MadeOpening['ground'];
  readonly statute: string | null;
  readonly worker: string;
  readonly agency: string;
  readonly categories: string;
  readonly access_from: Date;
  readonly access_to: Date;
  readonly review_by: Date;
  readonly told_from: Date;
  readonly outcome: Review['outcome'] | null;
  readonly reason: string;
  readonly delay_reason: string | null;
  readonly review_reason: string | null;
}

/** What was opened about these people without their agreement, latest first: an entry for everybody. With `told`, what the person is not told of yet is as if it were not. */
export async function readOpenings(db: Db, people: readonly string[], told: boolean): Promise<ReadonlyMap<string, OpeningLine[]>> {
  const { rows } = await db.query<Row>(
    `SELECT o.id, o.person, o.kind, o.ground, g.statute, coalesce(w.name, o.worker) AS worker, coalesce(a.name, o.agency) AS agency, o.categories::text,
            o.access_from, o.access_to, o.review_by, o.told_from, o.outcome, o.reason, o.delay_reason, o.review_reason
       FROM opening o LEFT JOIN worker w ON w.id = o.worker LEFT JOIN agency a ON a.id = o.agency LEFT JOIN legal_gateway g ON g.id = o.gateway
      WHERE o.person = ANY ($1::text[]) AND (NOT $2::boolean OR o.told_from <= clock_timestamp())
      ORDER BY o.access_from DESC, o.id`,
    [people, told],
  );
  const found = new Map<string, OpeningLine[]>(people.map((person) => [person, []]));
  for (const row of rows) found.get(row.person)?.push(lineIn(row));
  return found;
}

function lineIn(row: Row): OpeningLine {
  const categories = fromInt8(row.categories);
  if (categories === undefined) throw new HouseError('INTERNAL', 'an opening in the ledger cannot be read');
  return {
    id: row.id, kind: row.kind, ground: row.ground, statute: row.statute, worker: row.worker, agency: row.agency, categories, outcome: row.outcome,
    from: row.access_from.getTime(), to: row.access_to.getTime(), reviewBy: row.review_by.getTime(), toldFrom: row.told_from.getTime(),
    words: { reason: row.reason, delay: row.delay_reason, review: row.review_reason },
  };
}
