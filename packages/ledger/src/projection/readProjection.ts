import type { Db } from '../standing/readStanding.ts';
import { canonical } from '../events/eventHash.ts';
import type { Projection } from './replay.ts';
import { PROJECTION_TABLES } from './rows.ts';

const fieldOf = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const plain = (column: string, value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  return column === 'assigned_by' ? canonical(value) : value;
};

/** A person's sharing as the tables say it, in the shape of `replay`, so that the two can be compared. */
export async function readProjection(db: Db, person: string): Promise<Projection> {
  const tables = await Promise.all(PROJECTION_TABLES.map(async (table) => {
    const { rows } = await db.query<Record<string, unknown>>(`SELECT * FROM "${table}" WHERE person = $1`, [person]);
    return [table, Object.fromEntries(rows.map((row) => [row.id, Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldOf(column), plain(column, value)]))]))];
  }));
  return Object.fromEntries(tables) as Projection;
}
