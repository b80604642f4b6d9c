import { randomUUID } from 'node:crypto';
import { createIdentifiers } from '@thegither/identity';
import type { HouseDatabases } from '@thegither/local';
import { REGISTER, type SpineId } from '@thegither/vocabulary';
import { Pool, escapeIdentifier } from 'pg';
import { IDENTIFIER_KEYS } from './houseDatabases.ts';
import { fieldsOf } from './reachable.ts';
import { readRecordTables, type Column, type RecordTable } from './recordTables.ts';

/** A table of records and the room that keeps it. */
export interface RoomTable extends RecordTable {
  readonly room: keyof HouseDatabases['rooms'];
  /** What its columns hold wherever a row does not say otherwise. */
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Whose row it is, and what it tells beside its own category. */
export interface RowOf {
  readonly person: SpineId;
  readonly controller: string;
  readonly labels?: readonly string[];
  /** What a column holds, in the place of what is made up for it. */
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Writes made-up rows into a house's databases: every column of every table has something in it. */
export interface Records {
  readonly tables: readonly RoomTable[];
  /** Writes one row, and whatever it hangs from. */
  write(table: RoomTable, row: RowOf): Promise<void>;
  /** Writes what a row of that table would hang from, and no such row. */
  writeAbove(table: RoomTable, row: RowOf): Promise<void>;
  /** Writes one row into each of these tables. */
  writeAll(tables: readonly RoomTable[], row: RowOf): Promise<void>;
  close(): Promise<void>;
}

/** What a column must hold that only its meaning says: a route for every agency, a code of a fixed form, a digest. */
const MEANT: Readonly<Record<string, unknown>> = {
  chi: '1405920220', hours: 60,
  agency: null, soc: '9263', uprn: '000000000000', digest: 'A'.repeat(43), esco: 'http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000000',
};

/** Of a list of codes, the row that tells nothing further is taken where there is one. */
const PREFERRED: Readonly<Record<string, unknown>> = { tells: 'SUPPORT_RECEIVED', sourceTells: 'SUPPORT_RECEIVED' };

const FILLED: Readonly<Record<string, (table: RecordTable, column: Column) => unknown>> = {
  uuid: () => randomUUID(), text: (table, { name }) => `${table.name} ${name}`, int4: () => 1, bool: () => true,
  date: () => '2099-01-31', timestamptz: () => '2099-01-31T10:00:00.000Z',
};

/** The events of all of a room's categories stand in one table: here it is one for each timeline that the room has on Person. */
const byTimeline = (table: RoomTable): RoomTable[] => (table.name !== 'TimelineEvent' ? [table] : REGISTER
  .filter(({ name }) => fieldsOf(table.room).includes(`${name.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())}Timeline`))
  .map(({ name }) => ({ ...table, with: { category: name } })));

/** Opens the databases of a house's rooms for writing. */
export async function openRecords({ rooms }: HouseDatabases): Promise<Records> {
  const identifiers = createIdentifiers(IDENTIFIER_KEYS);
  const opened = await Promise.all(Object.entries(rooms).map(async ([room, url]) => {
    const client = new Pool({ connectionString: url, max: 2 });
    // The databases of a house that failed are taken away while this is open: the test has said why.
    client.on('error', () => undefined);
    return { room: room as RoomTable['room'], client, tables: await readRecordTables(client) };
  }));
  const clients = new Map(opened.map(({ room, client }) => [room, client]));
  const tables = opened.flatMap(({ room, tables: own }) => own.flatMap((table) => byTimeline({ ...table, room })));
  // The row that others of the same person hang from: one, whoever needs it.
  const standing = new Map<string, Promise<Record<string, unknown>>>();

  const insert = async (table: RoomTable, row: RowOf): Promise<Record<string, unknown>> => {
    const above = await referred(table, row);
    const told = typeof above.tells === 'string' ? [above.tells] : [];
    const whole = { ...row, labels: [...new Set([...told, ...(row.labels ?? [])])] };
    const values = table.columns.map((column) => above[column.name] ?? valueOf(table, column, whole));
    const { rows } = await clients.get(table.room)!.query(
      `INSERT INTO ${escapeIdentifier(table.name)} (${table.columns.map(({ name }) => escapeIdentifier(name)).join(', ')}) VALUES (${values.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING *`, values);
    return rows[0] as Record<string, unknown>;
  };
  const stand = (table: RoomTable, row: RowOf): Promise<Record<string, unknown>> => {
    const key = JSON.stringify([table.room, table.name, table.with, row.person, row.controller]);
    const row0 = standing.get(key) ?? insert(table, { person: row.person, controller: row.controller });
    standing.set(key, row0);
    return row0;
  };
  /** The values of the columns that point elsewhere: to a row of the same person, or to any of a list of codes. */
  const referred = async (table: RoomTable, row: RowOf): Promise<Record<string, unknown>> => {
    const values: Record<string, unknown> = {};
    for (const { table: name, columns, there } of table.references) {
      const parent = tables.find((one) => one.room === table.room && one.name === name);
      const found = parent ? await stand(parent, row) : await anyOf(table, name, columns, there, row);
      for (const [index, column] of columns.entries()) values[column] = found[there[index]!];
    }
    return values;
  };
  const anyOf = async ({ room }: RoomTable, name: string, columns: readonly string[], there: readonly string[], row: RowOf): Promise<Record<string, unknown>> => {
    const meant = { ...MEANT, ...row.with };
    const fixed = columns.flatMap((column, index) => (column in meant ? [[there[index]!, meant[column]] as const] : []));
    const preferred = columns.flatMap((column, index) => (column in PREFERRED ? [[there[index]!, PREFERRED[column]] as const] : []));
    const where = fixed.map(([column], index) => `${escapeIdentifier(column)} = $${index + 1}`);
    const first = preferred.map(([column], index) => `${escapeIdentifier(column)} = $${fixed.length + index + 1} DESC, `);
    const { rows } = await clients.get(room)!.query(
      `SELECT * FROM ${escapeIdentifier(name)} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY ${first.join('')}1 LIMIT 1`, [...fixed, ...preferred].map(([, value]) => value));
    if (rows.length === 0) throw new RangeError(`no row of ${name} to refer to`);
    return rows[0] as Record<string, unknown>;
  };
  const valueOf = (table: RoomTable, column: Column, row: RowOf): unknown => {
    const said = { ...table.with, ...row.with };
    if (column.name in said) return said[column.name];
    if (column.name === 'person') return identifiers.issue(table.room, row.person);
    if (column.name === 'controller') return row.controller;
    if (column.name === 'labels') return row.labels ?? [];
    if (column.name in MEANT) return MEANT[column.name];
    const value = column.values ? column.values[0] : FILLED[column.type]?.(table, column);
    if (value === undefined) throw new RangeError(`say in records.ts what stands in a column of type ${column.type}`);
    return column.isList ? [value] : value;
  };

  return {
    tables,
    write: async (table, row) => void (await insert(table, row)),
    writeAbove: async (table, row) => void (await referred(table, row)),
    async writeAll(wanted, row) {
      for (const table of wanted) await stand(table, row);
    },
    close: async () => void (await Promise.all([...clients.values()].map((client) => client.end()))),
  };
}
