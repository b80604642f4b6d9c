import { overlaps, type Mask } from '@thegither/consent';
import type { Seals } from '../seal/seals.ts';
import type { Db } from '../standing/readStanding.ts';
import type { readCursor } from './cursor.ts';
import { DISCLOSURES_SQL, type DisclosureRow } from './disclosuresSql.ts';
import { foldLook, lookOf, type Look } from './foldLooks.ts';

/** Which looks at whom, and from where on. */
export interface WhichLooks {
  readonly person: string;
  /** The line after which to begin. */
  readonly after: ReturnType<typeof readCursor>;
  /** A category that the line has to name, as shown or as asked and not given; undefined for any. */
  readonly category: Mask | undefined;
  /** What DISCLOSURES_SQL chooses by, from its sixth parameter on. */
  readonly chosen: readonly unknown[];
}

/** Rows held at once: a long history is never read to its end for one page. */
const ROWS_AT_ONCE = 200;

/**
 * Who looked, line by line, latest first, for as long as somebody goes on reading. Lines are chosen and folded here, for
 * what they say is sealed until here; one day is held at once, since a worker's lists of one day are one line. It begins
 * with the whole day of the place to go on from: of that day it has to be known which lines were before that place.
 *
 * Throws INTERNAL for a disclosure that cannot be opened: it is never left out.
 */
export async function* readLooks(db: Db, seals: Seals, { person, after, category, chosen }: WhichLooks): AsyncGenerator<Look> {
  let day = '', lines = new Map<string, Look>();
  for await (const row of readRows(db, person, [after.moment, ...chosen])) {
    if (row.day !== day) {
      yield* linesAfter(after, lines);
      day = row.day;
      lines = new Map();
    }
    const look = lookOf(row, seals.open(row, row.sealed));
    if (category === undefined || overlaps(look.named, category)) foldLook(lines, look);
  }
  yield* linesAfter(after, lines);
}

async function* readRows(db: Db, person: string, chosen: readonly unknown[]): AsyncGenerator<DisclosureRow> {
  for (let last: DisclosureRow | undefined; ;) {
    const { rows }: { rows: DisclosureRow[] } = await db.query<DisclosureRow>(DISCLOSURES_SQL, [person, last?.moment ?? null, last?.id ?? null, ROWS_AT_ONCE, ...chosen]);
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1);
  }
}

/** Moments and ids are written in one way, so that their order as texts is the database's. */
const linesAfter = ({ moment, id }: WhichLooks['after'], lines: ReadonlyMap<string, Look>): Look[] =>
  [...lines.values()].filter(({ row }) => moment === null || id === null || row.moment < moment || (row.moment === moment && row.id < id));
