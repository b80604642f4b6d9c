import { HouseError } from '@thegither/vocabulary';
import type { SharingEvent } from '../events/event.ts';
import { changesOf } from './changesOf.ts';
import { PROJECTION_TABLES, type Change, type ProjectionRows, type ProjectionTable } from './rows.ts';

/** A person's sharing as it stands: every row that follows from their events, by table and id. */
export type Projection = { readonly [T in ProjectionTable]: Readonly<Record<string, ProjectionRows[T]>> };

/** Before anything happened. */
export const EMPTY: Projection = Object.freeze(
  Object.fromEntries(PROJECTION_TABLES.map((table) => [table, {}])) as { [T in ProjectionTable]: Record<string, ProjectionRows[T]> },
);

function changed(state: Projection, change: Change): Projection {
  const rows: Readonly<Record<string, object>> = state[change.table];
  if ('add' in change) return { ...state, [change.table]: { ...rows, [change.add.id]: change.add } };
  const row = rows[change.id];
  if (!row) throw new HouseError('INTERNAL', 'an event of the ledger changes what no event made');
  return { ...state, [change.table]: { ...rows, [change.id]: { ...row, ...change.set } } };
}

/** The sharing after one more event. Pure. */
export const apply = (state: Projection, event: SharingEvent): Projection => changesOf(event).reduce(changed, state);

/** The sharing that follows from a whole history: what the tables must say. Pure. */
export const replay = (events: readonly SharingEvent[]): Projection => events.reduce(apply, EMPTY);
