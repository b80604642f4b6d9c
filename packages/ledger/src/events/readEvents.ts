import { HouseError } from '@thegither/vocabulary';
import type { Db } from '../standing/readStanding.ts';
import { EVENT_KINDS, type Actor, type Happening, type SharingEvent } from './event.ts';
import { hashOfEvent } from './eventHash.ts';

/** One row of the table, as it comes. */
export interface EventRow {
  readonly id: string;
  readonly person: string;
  readonly position: string;
  readonly kind: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly key: string;
  readonly input_hash: Buffer;
  readonly body: unknown;
  readonly salt: Buffer;
  readonly previous_hash: Buffer | null;
  readonly hash: Buffer;
}

/** The event that a row keeps. The body is ours: its hash says so, which `readEvents` checks. */
export function eventIn(row: EventRow): SharingEvent {
  const kind = EVENT_KINDS.find((one) => one === row.kind);
  if (!kind) throw new HouseError('INTERNAL', 'an event of the ledger is of no known kind');
  const happening = { kind, body: row.body } as Happening;
  return { ...happening, id: row.id, person: row.person, position: Number(row.position), at: row.at.toISOString(), actor: row.actor, key: row.key };
}

/**
 * A person's whole history, in order. Throws INTERNAL when it is not whole: a position is missing, or the chain of hashes
 * does not hold.
 */
export async function readEvents(db: Db, person: string): Promise<SharingEvent[]> {
  const { rows } = await db.query<EventRow>('SELECT * FROM event WHERE person = $1 ORDER BY position', [person]);
  let previous: Buffer | null = null;
  return rows.map((row, index) => {
    const event = eventIn(row);
    const hash = hashOfEvent(event, row.input_hash, row.salt, previous);
    if (event.position !== index + 1 || !hash.equals(row.hash)) throw new HouseError('INTERNAL', "a person's history in the ledger is not whole");
    previous = hash;
    return event;
  });
}
