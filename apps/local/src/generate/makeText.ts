import { ledgerRows } from '@thegither/ledger';
import type { GeneratedPerson } from '@thegither/synthetic';
import { HouseError, type PersonId, type SpineId } from '@thegither/vocabulary';
import { copyLine, type Value } from '../copy/copyLine.ts';
import { ROOMS } from '../rooms.ts';
import type { Table } from './readTables.ts';

type IdOf = (spine: SpineId) => PersonId;
type Rows = Readonly<Record<string, readonly object[]>>;

/** Where generated people are written: the ledger, or a room. */
export interface Holder {
  /** As `GeneratedPerson.newIds` knows it. */
  readonly name: 'ledger' | (typeof ROOMS)[number]['name'];
  readonly audience: string;
  /** One person's rows by table, each after what it hangs from. */
  rows(person: GeneratedPerson, idOf: IdOf, when: When, newId: () => string): Rows;
}

/** What "now" is to the people: their stories are told on the day, their agreements stand at the instant. */
export interface When {
  readonly seed: number;
  readonly today: string;
  readonly at: number;
}

/** The eight places that hold something of a person, each under another id. */
export const HOLDERS: readonly Holder[] = [
  {
    name: 'ledger', audience: 'consent',
    rows: (person, idOf, { seed, at }, newId) => ledgerRows(idOf(person.spine), `generated ${seed} ${person.place}`, person.history(at), newId),
  },
  ...ROOMS.map(({ name, rows }): Holder => ({ name, audience: name, rows: (person, idOf, { today }, newId) => rows([person], idOf, today, newId) })),
];

/** How many rows, and their lines in COPY's text form, in the order in which they were made. */
export interface Text { rows: number; lines: string[] }

/**
 * Adds one person's rows of one holder to the texts, by table. A row without an id gets one of the person's own, so that the
 * same person is the same text each time. Throws INTERNAL for a row of a table, or with a column, that the database has not.
 */
export function addText(texts: Map<string, Text>, holder: Holder, tables: ReadonlyMap<string, Table>, person: GeneratedPerson, idOf: IdOf, when: When): void {
  const newId = person.newIds(holder.name);
  for (const [name, rows] of Object.entries(holder.rows(person, idOf, when, newId))) {
    const table = tables.get(name);
    if (!table) throw new HouseError('INTERNAL', 'rows were made of a table that the database has not');
    let text = texts.get(name);
    if (!text) texts.set(name, (text = { rows: 0, lines: [] }));
    for (const row of rows) text.lines.push(lineOf(table, row as Readonly<Record<string, Value>>, newId));
    text.rows += rows.length;
  }
}

function lineOf({ columns, known }: Table, row: Readonly<Record<string, Value>>, newId: () => string): string {
  for (const column in row) if (!known.has(column)) throw new HouseError('INTERNAL', 'a row was made with a column that its table has not');
  return copyLine(columns.map((column) => (column === 'id' ? (row[column] ?? newId()) : row[column])));
}
