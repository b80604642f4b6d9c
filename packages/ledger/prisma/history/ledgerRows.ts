import { createHash } from 'node:crypto';
import type { SharingStep } from '@thegither/synthetic';
import { HouseError, type PersonId } from '@thegither/vocabulary';
import type { SharingEvent } from '../../src/events/event.ts';
import { canonical, hashOfEvent, hashOfInput } from '../../src/events/eventHash.ts';
import { columnOf } from '../../src/projection/columns.ts';
import { replay } from '../../src/projection/replay.ts';
import { PROJECTION_TABLES } from '../../src/projection/rows.ts';
import { actsIn, type Taken } from './actsIn.ts';

/** A row by column. Bytes are buffers, JSON is text. */
export type LedgerRow = Readonly<Record<string, unknown>>;

/**
 * One person's history as rows of the ledger's tables, by table: the events that the ledger would have written one by
 * one, chained by their hashes, and the projection that follows from them by the ledger's own rules. `key` names the person
 * among those who are made; `newId` makes the ids. Pure but for its arguments: the same again gives the same.
 * Throws INTERNAL for a history that the ledger would have refused.
 */
export function ledgerRows(person: PersonId, key: string, steps: readonly SharingStep[], newId: () => string): Readonly<Record<string, readonly LedgerRow[]>> {
  const taken = actsIn(person, steps, newId);
  const events = taken.map(({ step, happening, actor }, index): SharingEvent => ({
    ...happening, id: newId(), person, position: index + 1, at: new Date(step.at).toISOString(), actor, key: `${key} ${step.key}`,
  }));
  const projection = replay(events);
  return {
    event: eventRows(events, taken),
    ...Object.fromEntries(PROJECTION_TABLES.map((table) => [table, Object.values<object>(projection[table]).map(byColumn)])),
  };
}

const byColumn = (row: object): LedgerRow => Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value]));

function eventRows(events: readonly SharingEvent[], taken: readonly Taken[]): LedgerRow[] {
  let previous: Buffer | null = null;
  return events.map((event, index) => {
    if (index > 0 && event.at < events[index - 1]!.at) throw new HouseError('INTERNAL', 'a history goes back in time');
    const inputHash = hashOfInput({ person: event.person, input: taken[index]!.input });
    const salt = createHash('sha256').update(`salt of ${event.id}`).digest().subarray(0, 16);
    const hash = hashOfEvent(event, inputHash, salt, previous);
    const { id, person, position, kind, at, actor, key, body } = event;
    const row: LedgerRow = { id, person, position, kind, at, actor: canonical(actor), key, input_hash: inputHash, body: canonical(body), salt, previous_hash: previous, hash };
    previous = hash;
    return row;
  });
}
