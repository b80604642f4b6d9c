import type { Pool } from 'pg';

/** A column of a table, as far as a row can be made up for it. */
export interface Column {
  readonly name: string;
  /** PostgreSQL's name of its type, or of the type of its items. */
  readonly type: string;
  readonly isList: boolean;
  /** What it may be, for an enum. */
  readonly values: readonly string[] | null;
}

/** A reference to another table: its columns, and the columns there. */
export interface Reference {
  readonly table: string;
  readonly columns: readonly string[];
  readonly there: readonly string[];
}

/** A table of a room in which every row is about somebody and has a controller. */
export interface RecordTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly references: readonly Reference[];
  /** Has it words that may tell about other categories? */
  readonly isLabelled: boolean;
}

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS name, coalesce(item.typname, t.typname) AS type, item.oid IS NOT NULL AS "isList",
         (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = coalesce(item.oid, t.oid)) AS values
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_type item ON item.oid = t.typelem AND t.typcategory = 'A'
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
   ORDER BY c.relname, a.attnum`;

const REFERENCES = `
  SELECT c.relname AS from, f.relname AS table,
         (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(r.conkey) WITH ORDINALITY AS k (number, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number) AS columns,
         (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(r.confkey) WITH ORDINALITY AS k (number, place) JOIN pg_attribute a ON a.attrelid = f.oid AND a.attnum = k.number) AS there
    FROM pg_constraint r JOIN pg_class c ON c.oid = r.conrelid JOIN pg_class f ON f.oid = r.confrelid
   WHERE r.contype = 'f' AND c.relnamespace = 'public'::regnamespace`;

/** Reads a room's tables of records out of its database: one that is added tomorrow is there tomorrow. */
export async function readRecordTables(client: Pool): Promise<RecordTable[]> {
  const { rows: columns } = await client.query<Column & { readonly table: string }>(COLUMNS);
  const { rows: references } = await client.query<Reference & { readonly from: string }>(REFERENCES);
  return [...new Set(columns.map(({ table }) => table))].map((name) => {
    const own = columns.filter(({ table }) => table === name);
    return { name, columns: own, isLabelled: has(own, 'labels'), references: references.filter(({ from }) => from === name) };
  }).filter((table) => has(table.columns, 'person') && has(table.columns, 'controller'));
}

const has = (columns: readonly Column[], name: string): boolean => columns.some((column) => column.name === name);
