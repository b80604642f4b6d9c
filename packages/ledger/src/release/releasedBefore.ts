import { toInt8, type Instant } from '@thegither/consent';
import { HouseError, type Caller } from '@thegither/vocabulary';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';
import type { Telling } from './disclose.ts';
import type { Shown } from './stillHolds.ts';

interface Row {
  readonly person: string;
  readonly worker: string | null;
  readonly agency: string | null;
  readonly asked: string;
  readonly released: string;
  readonly operation_hash: Buffer;
  readonly at: number;
}

/**
 * When this very try was committed before; undefined when it was not. So a gateway that lost the answer may ask again.
 * Throws KEY_REUSED when the same request and attempt were committed about other people, for another caller or with
 * another content: what is told must be what is on the record.
 */
export async function releasedBefore(db: Db, { request, attempt, operation }: Telling, caller: Caller, people: readonly Shown[]): Promise<Instant | undefined> {
  const { rows } = await db.query<Row>(
    `SELECT person, worker, agency, asked, released, operation_hash, ${instant('at')} AS at
       FROM disclosure WHERE request = $1 AND attempt = $2`,
    [request, attempt],
  );
  if (rows.length === 0) return undefined;
  const recorded = new Map(rows.map((row) => [row.person, row]));
  const worker = caller.kind === 'worker' ? caller.worker : null;
  const agency = caller.kind === 'worker' ? caller.agency : null;
  const same = rows.length === people.length && people.every(({ person, asked, released }) => {
    const row = recorded.get(person);
    return row !== undefined && row.worker === worker && row.agency === agency && row.asked === toInt8(asked) && row.released === toInt8(released)
      && row.operation_hash.toString('hex') === operation.hash;
  });
  if (!same) throw new HouseError('KEY_REUSED');
  return rows[0]!.at;
}
