import { fromInt8, type Instant, type Mask } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import type { Db } from '../standing/readStanding.ts';
import { cursorAt, microseconds, readCursor } from './cursor.ts';

/** How much of the list, and where the page before ended. */
export interface DisclosurePage {
  readonly first: number;
  readonly after?: string | null;
}

/** Somebody was told something about the person. */
export interface DisclosureLine {
  readonly id: string;
  readonly at: Instant;
  /** Names, as people read them; null when the person looked at their own. */
  readonly worker: string | null;
  readonly agency: string | null;
  readonly purpose: string | null;
  readonly kind: 'LIST' | 'LOOK';
  readonly released: Mask;
  readonly withheld: Mask;
  readonly cursor: string;
}

interface Row {
  readonly id: string;
  readonly moment: string;
  readonly at: Date;
  readonly worker: string | null;
  readonly agency: string | null;
  readonly purpose: string | null;
  readonly kind: string;
  readonly released: string;
  readonly withheld: string;
}

function lineIn(row: Row): DisclosureLine {
  const released = fromInt8(row.released), withheld = fromInt8(row.withheld);
  if (released === undefined || withheld === undefined || (row.kind !== 'LIST' && row.kind !== 'LOOK')) throw new HouseError('INTERNAL', 'a disclosure in the ledger cannot be read');
  return { ...row, at: row.at.getTime(), kind: row.kind, released, withheld, cursor: cursorAt(row.moment, row.id) };
}

/** Who looked at this person, latest first. Somebody whose account is gone is still named by it. */
export async function readDisclosures(db: Db, person: string, { first, after }: DisclosurePage): Promise<DisclosureLine[]> {
  const { moment, id } = readCursor(after);
  const { rows } = await db.query<Row>(
    `SELECT d.id, d.at, ${microseconds('d.at')} AS moment, coalesce(w.name, d.worker) AS worker, coalesce(a.name, d.agency) AS agency, d.purpose, d.kind, d.released, d.withheld
       FROM disclosure d LEFT JOIN worker w ON w.id = d.worker LEFT JOIN agency a ON a.id = d.agency
      WHERE d.person = $1 AND ($2::timestamptz IS NULL OR (d.at, d.id) < ($2::timestamptz, $3::uuid))
      ORDER BY d.at DESC, d.id DESC LIMIT $4`,
    [person, moment, id, first],
  );
  return rows.map(lineIn);
}
