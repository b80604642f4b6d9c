import type { ClientBase } from 'pg';
import { HouseError } from '@thegither/vocabulary';
import { columnOf } from './columns.ts';
import type { Change } from './rows.ts';

// Table and column names come from our own types, never from an input.
function statement(change: Change): { text: string; values: unknown[] } {
  const fields: [string, unknown][] = Object.entries('add' in change ? change.add : change.set);
  const values = fields.map(([, value]) => value);
  const columns = fields.map(([field]) => `"${columnOf(field)}"`);
  const places = fields.map((_, index) => `$${index + 1}`);
  return 'add' in change
    ? { text: `INSERT INTO "${change.table}" (${columns.join(', ')}) VALUES (${places.join(', ')})`, values }
    : { text: `UPDATE "${change.table}" SET ${columns.map((column, index) => `${column} = ${places[index]}`).join(', ')} WHERE id = $${fields.length + 1}`, values: [...values, change.id] };
}

/** Writes what an event changes, in the event's own transaction. Throws INTERNAL when a row to change is not there. */
export async function writeChanges(client: ClientBase, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    const { rowCount } = await client.query(statement(change));
    if (rowCount !== 1) throw new HouseError('INTERNAL', 'the ledger and its history do not agree');
  }
}
