import { Client, escapeIdentifier } from 'pg';

interface Index { readonly name: string; readonly definition: string; readonly constraint: string | null; readonly table: string }

/** Takes the indexes and keys of these tables away, has something done, and makes them again as they were: two at a time, with memory for the sorting. */
export async function withoutIndexes(databaseUrl: string, tables: readonly string[], act: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  const other = new Client({ connectionString: databaseUrl });
  await Promise.all([client.connect(), other.connect()]);
  try {
    const { rows } = await client.query<Index>(
      `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition, pg_get_constraintdef(c.oid) AS constraint, i.indrelid::regclass::text AS table
         FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid WHERE i.indrelid = ANY ($1::text[]::regclass[])
        ORDER BY pg_relation_size(i.indrelid), 1`, [tables],
    );
    for (const { name, constraint, table } of rows) await client.query(constraint ? `ALTER TABLE ${table} DROP CONSTRAINT ${escapeIdentifier(name)}` : `DROP INDEX ${escapeIdentifier(name)}`);
    await act();
    const left = rows.map(({ name, definition, constraint, table }) => (constraint ? `ALTER TABLE ${table} ADD CONSTRAINT ${escapeIdentifier(name)} ${constraint}` : definition));
    await Promise.all([client, other].map(async (each) => {
      await each.query(`SET maintenance_work_mem = '1GB'`);
      for (let statement = left.pop(); statement; statement = left.pop()) await each.query(statement);
    }));
  } finally {
    await Promise.all([client.end(), other.end()]);
  }
}
