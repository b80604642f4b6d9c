import { fromInt8, type Instant, type Mask } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import type { Db } from '../standing/readStanding.ts';

/** A grant as an explanation cites it. */
export interface AgreedGrant {
  readonly id: string;
  readonly categories: Mask;
  /** When the person agreed, or when a worker wrote down that they did. */
  readonly at: Instant;
  readonly byWorker: boolean;
  /** Did somebody agree who acts for the person? */
  readonly byRepresentative: boolean;
}

/** The grants of these ids, whatever became of them since: those that are cited on the record stay in it. */
export async function readAgreedGrants(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, AgreedGrant>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; categories: string; at: Date; kind: string; acted: boolean }>(
    `SELECT g.id, g.categories::text, o.at, o.kind, o.actor ? 'authority' AS acted FROM sharing_grant g JOIN event o ON o.id = g.opened_event WHERE g.id = ANY ($1::uuid[])`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, categories, at, kind, acted }) => [id, { id, categories: maskIn(categories), at: at.getTime(), byWorker: kind === 'GRANT_RECORDED', byRepresentative: acted }]));
}

function maskIn(text: string): Mask {
  const mask = fromInt8(text);
  if (mask === undefined) throw new HouseError('INTERNAL', 'a grant in the ledger cannot be read');
  return mask;
}
