import type { ClientBase } from 'pg';

/** A table as the database has it: its columns in order. */
export interface Table {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** The same columns, to look one up. */
  readonly known: ReadonlySet<string>;
}

/** Every table of a room's database by its name, in whichever schema. */
export async function readTables(client: ClientBase): Promise<ReadonlyMap<string, Table>> {
  const { rows } = await client.query<Omit<Table, 'known'>>(
    `SELECT table_schema AS schema, table_name AS table, array_agg(column_name::text ORDER BY ordinal_position) AS columns
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE' GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return new Map(rows.map((row) => [row.table, { ...row, known: new Set(row.columns) }]));
}
