import type { HouseDatabases } from '@thegither/local';
import { REGISTER } from '@thegither/vocabulary';
import { Client, escapeIdentifier } from 'pg';
import type { Random } from '../harness/random.ts';
import type { Canaries, Canary, CanaryForm } from './canary.ts';

/** What was planted: how many values, and the columns that could not hold one, with why. */
export interface Planted {
  readonly room: string;
  readonly columns: number;
  readonly bare: readonly Bare[];
}

/** A personal column without a canary: it takes one of a list of codes, or of few values (an enum, a yes or no), or only numbers within bounds. EMPTY and OTHER are what may not be: no row has a value, or of no known form. */
export interface Bare {
  readonly column: string;
  readonly because: 'CODE' | 'FEW_VALUES' | 'BOUNDS' | 'EMPTY' | 'OTHER';
}

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isList: boolean;
  readonly isEnum: boolean;
  readonly isKey: boolean;
}

/** A row and where it stands. */
type Row = Readonly<Record<string, unknown>> & { readonly ctid: string };

const COLUMNS = `
  SELECT n.nspname AS schema, c.relname AS table, a.attname AS name, coalesce(item.typname, t.typname) AS type, item.oid IS NOT NULL AS "isList", coalesce(item.typtype, t.typtype) = 'e' AS "isEnum",
         EXISTS (SELECT FROM pg_constraint r WHERE r.contype IN ('p', 'f') AND a.attnum = ANY (r.conkey) AND r.conrelid = c.oid) AS "isKey"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_type item ON item.oid = t.typelem AND t.typcategory = 'A'
   WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
   ORDER BY n.nspname, c.relname, a.attnum`;

/** Say what a row is and whose, and are no part of what it tells. */
const MEANING = new Set(['person', 'controller', 'labels', 'category', 'agency', 'tells', 'sourceTells']);
/** What a column of a type is tried with, one after the other. */
const FORMS: Readonly<Record<string, readonly CanaryForm[]>> = { text: ['text', 'ten digits', 'nine digits', 'digest'], date: ['date'], timestamptz: ['timestamptz'], int4: ['int4'] };
const CODE = /^[A-Z][A-Z0-9_]*$/;

/**
 * Puts a canary into every personal column of every row of a room's database, and into those that are kept apart, in the
 * place of what stood there. A column that its own rules close to any (a code of a list, an enum, a yes or no) stays as
 * it is and is named: those the judge of places watches. Some rows are made to tell about one category more.
 */
export async function plantRoom(room: keyof HouseDatabases['rooms'], url: string, canaries: Canaries, personOf: (id: string) => string, random: Random): Promise<Planted> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: columns } = await client.query<Column>(COLUMNS);
    const tables = [...new Set(columns.map(({ schema, table }) => `${schema} ${table}`))].map((name) => columns.filter(({ schema, table }) => `${schema} ${table}` === name));
    const bare: Bare[] = [];
    let planted = 0;
    for (const table of tables.filter((own) => own.some(({ name }) => name === 'person'))) {
      await addLabels(client, table, random);
      const { rows } = await client.query<Row>(`SELECT ctid::text, * FROM ${nameOf(table[0]!)}`);
      const about = (row: Row, at: number, column: string): Canary => ({
        room, column, row: at, table: table[0]!.table, person: personOf(textIn(row.person)), controller: textIn(row.controller),
        of: typeof row.category === 'string' ? row.category : undefined,
        labels: Array.isArray(row.labels) ? row.labels as string[] : [],
        forAgency: table[0]!.table === 'ContactRoute' && typeof row.agency === 'string' ? row.agency : undefined,
      });
      for (const { name } of table.filter(({ type, isList }) => type === 'uuid' && !isList)) {
        for (const [at, row] of rows.entries()) if (name === 'id') canaries.know(textIn(row[name]), about(row, at, name));
      }
      const open = table.filter((column) => !MEANING.has(column.name) && column.type !== 'uuid');
      const fit = open.filter((column) => FORMS[column.type] && !column.isKey && !isCode(column, rows) && hasValue(column, rows)).map((column): Fit => ({ column, forms: FORMS[column.type]! }));
      const held = await plantTable(client, table[0]!, fit, rows, (form, column, row, at) => canaries.make(form, about(row, at, column.name)));
      bare.push(...open.filter((column) => !held.includes(column)).map((column) => ({ column: `${column.table}.${column.name}`, because: whyBare(column, fit, rows) })));
      planted += held.length;
    }
    return { room, columns: planted, bare };
  } finally {
    await client.end();
  }
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const nameOf = ({ schema, table }: Column): string => `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;

const whyBare = (column: Column, fit: readonly Fit[], rows: readonly Row[]): Bare['because'] => {
  if (!hasValue(column, rows)) return 'EMPTY';
  if (column.isEnum || column.type === 'bool') return 'FEW_VALUES';
  if (!FORMS[column.type]) return 'OTHER';
  if (!fit.some((one) => one.column === column)) return 'CODE';
  return column.type === 'int4' ? 'BOUNDS' : 'OTHER';
};

const hasValue = ({ name }: Column, rows: readonly Row[]): boolean => rows.some((row) => row[name] !== null && row[name] !== undefined);

/** A code of a list, that something reads: what is kept apart nothing reads. */
const isCode = ({ schema, name, type }: Column, rows: readonly Row[]): boolean => {
  const values = type === 'text' && schema === 'public' ? rows.flatMap((row) => row[name] ?? []) : [];
  return values.length > 0 && values.every((value) => typeof value === 'string' && CODE.test(value));
};

/** Every third row tells about a category more than it did. */
async function addLabels(client: Client, table: readonly Column[], random: Random): Promise<void> {
  if (!table.some(({ name }) => name === 'labels')) return;
  const { rows } = await client.query<Row>(`SELECT ctid::text, labels FROM ${nameOf(table[0]!)}`);
  const further = rows.filter(() => random.chance(33));
  const labels = further.map(() => random.of(REGISTER.filter(({ byGrant }) => byGrant)).name);
  await client.query(
    `UPDATE ${nameOf(table[0]!)} t SET labels = array_append(labels, v.label) FROM unnest($1::text[], $2::text[]) AS v (at, label) WHERE t.ctid = v.at::tid AND NOT v.label = ANY (labels)`,
    [further.map(({ ctid }) => ctid), labels]);
}

/** A column that is still tried, and with which forms. */
interface Fit {
  readonly column: Column;
  readonly forms: readonly CanaryForm[];
}

/** Writes all columns of all rows at once. A column that a rule of the table closes is tried with another form, and then left out, until the rest holds. Gives the columns that hold. */
async function plantTable(client: Client, table: Column, fit: readonly Fit[], rows: readonly Row[], make: (form: CanaryForm, column: Column, row: Row, at: number) => string | number): Promise<readonly Column[]> {
  if (fit.length === 0) return [];
  const values = fit.map(({ column, forms: [form] }) => rows.map((row, at) => (row[column.name] === null ? null : make(form!, column, row, at))));
  const set = fit.map(({ column: { name, isList } }, index) => `${escapeIdentifier(name)} = ${isList ? `CASE WHEN v.c${index} IS NULL THEN t.${escapeIdentifier(name)} ELSE ARRAY[v.c${index}] END` : `v.c${index}`}`);
  try {
    await client.query(
      `UPDATE ${nameOf(table)} t SET ${set.join(', ')}
         FROM unnest($1::text[], ${fit.map(({ column: { type } }, index) => `$${index + 2}::${type}[]`).join(', ')}) AS v (at, ${fit.map((_, index) => `c${index}`).join(', ')})
        WHERE t.ctid = v.at::tid`,
      [rows.map(({ ctid }) => ctid), ...values]);
    return fit.map(({ column }) => column);
  } catch (error) {
    const closed = await closedColumns(client, error);
    if (!fit.some(({ column }) => closed.includes(column.name))) throw error;
    const rest = fit.flatMap(({ column, forms }) => (!closed.includes(column.name) ? [{ column, forms }] : forms.length > 1 ? [{ column, forms: forms.slice(1) }] : []));
    return plantTable(client, table, rest, rows, make);
  }
}

/** The columns of the rule that was broken. */
async function closedColumns(client: Client, error: unknown): Promise<string[]> {
  const { constraint, column } = error as { constraint?: string; column?: string };
  if (column) return [column];
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.attname AS name FROM pg_constraint r JOIN pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = ANY (r.conkey) WHERE r.conname = $1
     UNION SELECT a.attname FROM pg_class i JOIN pg_index x ON x.indexrelid = i.oid JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = ANY (x.indkey) WHERE i.relname = $1`, [constraint ?? '']);
  return rows.map(({ name }) => name);
}
