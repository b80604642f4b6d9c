import { types, type FieldDef } from 'pg';
import { canonical } from '../events/eventHash.ts';
import { EMPTY, type Projection } from '../projection/replay.ts';
import { PROJECTION_TABLES } from '../projection/rows.ts';
import type { Db } from '../standing/readStanding.ts';

const JSONB: number = types.builtins.JSONB;

const fieldOf = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function plain({ dataTypeID }: FieldDef, value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return dataTypeID === JSONB && value !== null ? canonical(value) : value;
}

/** What the tables say about each of these people, as `readProjection` reads it about one: a statement for each table, whatever the number of people. No entry for somebody without a row. */
export async function readProjections(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, Projection>> {
  const tables = await Promise.all(PROJECTION_TABLES.map(async (table) => [table, await db.query<unknown[]>({ text: `SELECT * FROM "${table}" WHERE person = ANY ($1::text[])`, values: [people], rowMode: 'array' })] as const));
  const read = new Map<string, Record<string, Record<string, object>>>();
  for (const [table, { fields, rows }] of tables) {
    const names = fields.map(({ name }) => fieldOf(name));
    const person = names.indexOf('person'), id = names.indexOf('id');
    for (const values of rows) {
      const theirs = read.get(String(values[person])) ?? {};
      read.set(String(values[person]), theirs);
      (theirs[table] ??= {})[String(values[id])] = Object.fromEntries(values.map((value, index) => [names[index]!, plain(fields[index]!, value)]));
    }
  }
  return new Map([...read].map(([person, theirs]) => [person, { ...EMPTY, ...theirs }]));
}
