import { fromInt8, type Opening } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import type { Db } from '../standing/readStanding.ts';

/** An opening as the record of a look cites it. */
export type CitedOpening = Pick<Opening, 'id' | 'reason' | 'categories'>;

/** The openings of these ids, over or not: those that are cited on the record stay in it. */
export async function readCitedOpenings(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, CitedOpening>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; kind: string; categories: string }>('SELECT id, kind, categories::text FROM opening WHERE id = ANY ($1::uuid[])', [[...new Set(ids)]]);
  return new Map(rows.map((row) => [row.id, citedIn(row)]));
}

function citedIn({ id, kind, categories: text }: { readonly id: string; readonly kind: string; readonly categories: string }): CitedOpening {
  const categories = fromInt8(text);
  if (categories === undefined || (kind !== 'BREAK_GLASS' && kind !== 'STATUTORY')) throw new HouseError('INTERNAL', 'an opening in the ledger cannot be read');
  return { id, reason: kind, categories };
}
