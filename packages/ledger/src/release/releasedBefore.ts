import type { Instant } from '@thegither/consent';
import { HouseError, type Caller } from '@thegither/vocabulary';
import type { Seals } from '../seal/seals.ts';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';
import type { Telling } from './disclose.ts';
import type { Shown } from './stillHolds.ts';

interface Row {
  readonly id: string;
  readonly person: string;
  readonly worker: string | null;
  readonly agency: string | null;
  readonly authority: string | null;
  readonly sealed: Buffer;
  readonly operation_hash: Buffer;
  readonly at: number;
}

/**
 * When this very try was committed before; undefined when it was not. So a gateway that lost the answer may ask again.
 * Throws KEY_REUSED when the same request and attempt were committed about other people, for another caller or with
 * another content: what is told must be what is on the record. Throws INTERNAL when that cannot be opened.
 */
export async function releasedBefore(db: Db, seals: Seals, { request, attempt, operation }: Telling, caller: Caller, people: readonly Shown[]): Promise<Instant | undefined> {
  const { rows } = await db.query<Row>(
    `SELECT id, person, worker, agency, authority, sealed, operation_hash, ${instant('at')} AS at
       FROM disclosure WHERE request = $1 AND attempt = $2`,
    [request, attempt],
  );
  if (rows.length === 0) return undefined;
  const recorded = new Map(rows.map((row) => [row.person, row]));
  const worker = caller.kind === 'worker' ? caller.worker : null;
  const agency = caller.kind === 'worker' ? caller.agency : null;
  const same = rows.length === people.length && people.every(({ person, asked, released }) => {
    const row = recorded.get(person);
    if (row === undefined || row.worker !== worker || row.agency !== agency || row.operation_hash.toString('hex') !== operation.hash) return false;
    // Another person looked by an authority, and nobody else does.
    if ((row.authority !== null) !== (caller.kind === 'person' && caller.person !== person)) return false;
    const told = seals.open({ id: row.id, person, request, attempt }, row.sealed);
    return told.asked === asked && told.released === released;
  });
  if (!same) throw new HouseError('KEY_REUSED');
  return rows[0]!.at;
}
