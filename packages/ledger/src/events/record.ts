import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Instant, PersonFacts } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { failure, wasInTheWay, wasThereAlready } from '../connection/failure.ts';
import { holdAlone } from '../connection/locks.ts';
import { transaction, type Patience } from '../connection/transaction.ts';
import { actorOf, mustActFor, writtenAs } from './actingFor.ts';
import { changesOf } from '../projection/changesOf.ts';
import { writeChanges } from '../projection/writeChanges.ts';
import { readFacts } from '../standing/readStanding.ts';
import { subjectOf, type Actor, type EventKind, type Happening, type SharingEvent } from './event.ts';
import { canonical, hashOfEvent, hashOfInput } from './eventHash.ts';
import { mustBeKey } from './mustBeKey.ts';
import { eventIn, type EventRow } from './readEvents.ts';

/** What every change says: who does it, about whom, and the actor's own key, under which it happens once. */
export interface Act {
  readonly actor: Actor;
  /** 1 to 200 printable characters; the same key never does it twice. */
  readonly key: string;
  /** The person's id in the ledger's audience. */
  readonly person: string;
}

/** A change that stands. */
export interface Done {
  readonly eventId: string;
  /** When, by the ledger's clock. */
  readonly at: Instant;
  /** Id of the grant, refusal, hold, exclusion, assignment or membership. */
  readonly subject: string;
  readonly kind: EventKind;
}

/** What a change is decided on: read under the person's lock, so that nothing moves before the commit. */
export interface Scene {
  readonly client: PoolClient;
  /** The event's time, in whole milliseconds. */
  readonly at: Instant;
  readonly facts: PersonFacts;
}

// A release holds its lock for milliseconds, so a change that waits for seconds has met an outage.
const PATIENCE: Patience = { lockMs: 2_000, statementMs: 5_000 };
const TRIES = 3;

const heldFrom = new WeakMap<object, number>();

/**
 * The moment from which the person's lock was held for this change, on the clock of `performance.now()`; of what is not such
 * a change, now. Every release before it was asked for earlier, and no later one misses the change.
 */
export const heldAt = (change: object): number => heldFrom.get(change) ?? performance.now();

/**
 * Records one change: an event at the end of the person's history and what follows from it, in one transaction that holds
 * the person's lock alone. The lock is taken in a statement of its own, which is answered before anything is read. `happen` decides
 * what happens and throws INVALID_INPUT or FORBIDDEN when it may not; then nothing is written.
 *
 * The same actor, key and input give the same answer again and do nothing; another input throws KEY_REUSED. Failures
 * because others were in the way are tried again; what remains is DECISIONS_UNAVAILABLE.
 */
export async function record(pool: Pool, act: Act, input: unknown, happen: (scene: Scene) => Promise<Happening> | Happening): Promise<Done> {
  mustBeKey(act.key);
  const inputHash = hashOfInput({ person: act.person, input });
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction(pool, PATIENCE, (client) => holdAlone(client, act.person), async (client) => ({ keep: true, answer: await recordOnce(client, act, inputHash, happen) }));
    } catch (cause) {
      // The key may have been used about somebody else at the same moment: look again, and find it used.
      if (attempt >= TRIES || !(wasInTheWay(cause) || wasThereAlready(cause))) throw failure(cause);
    }
  }
}

async function recordOnce(client: PoolClient, act: Act, inputHash: Buffer, happen: (scene: Scene) => Promise<Happening> | Happening): Promise<Done> {
  const held = performance.now();
  const done = await doAlone(client, act, inputHash, happen);
  heldFrom.set(done, held);
  return done;
}

async function doAlone(client: PoolClient, act: Act, inputHash: Buffer, happen: (scene: Scene) => Promise<Happening> | Happening): Promise<Done> {
  const standing = await readFacts(client, [act.person]), facts = standing.facts.get(act.person)!;
  const earlier = await eventUnder(client, writtenAs(act, facts), act.key);
  if (earlier) return repeated(earlier, inputHash);
  const last = await lastOf(client, act.person);
  // Whole milliseconds, and never before the last event, whatever the server's clock did.
  const at = Math.max(Math.floor(standing.at), last?.at.getTime() ?? 0);
  mustActFor(act, facts, at);
  const happening = await happen({ client, at, facts });
  const event: SharingEvent = {
    ...happening, id: randomUUID(), person: act.person, position: Number(last?.position ?? 0) + 1, at: new Date(at).toISOString(), actor: actorOf(act, facts, at, happening), key: act.key,
  };
  await append(client, event, inputHash, last?.hash ?? null);
  await writeChanges(client, changesOf(event));
  return doneBy(event);
}

const doneBy = (event: SharingEvent): Done => ({ eventId: event.id, at: Date.parse(event.at), subject: subjectOf(event), kind: event.kind });

function repeated(row: EventRow, inputHash: Buffer): Done {
  if (!row.input_hash.equals(inputHash)) throw new HouseError('KEY_REUSED');
  return doneBy(eventIn(row));
}

async function eventUnder(client: PoolClient, actors: readonly Actor[], key: string): Promise<EventRow | undefined> {
  const { rows } = await client.query<EventRow>('SELECT * FROM event WHERE actor = ANY ($1::jsonb[]) AND key = $2', [actors.map(canonical), key]);
  return rows[0];
}

async function lastOf(client: PoolClient, person: string): Promise<Pick<EventRow, 'position' | 'at' | 'hash'> | undefined> {
  const { rows } = await client.query<EventRow>('SELECT position, at, hash FROM event WHERE person = $1 ORDER BY position DESC LIMIT 1', [person]);
  return rows[0];
}

async function append(client: PoolClient, event: SharingEvent, inputHash: Buffer, previous: Buffer | null): Promise<void> {
  const salt = randomBytes(16);
  await client.query(
    `INSERT INTO event (id, person, position, kind, at, actor, key, input_hash, body, salt, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9::jsonb, $10, $11, $12)`,
    [event.id, event.person, event.position, event.kind, event.at, canonical(event.actor), event.key, inputHash, canonical(event.body),
      salt, previous, hashOfEvent(event, inputHash, salt, previous)],
  );
}
