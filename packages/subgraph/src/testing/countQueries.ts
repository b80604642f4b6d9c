import { Client } from 'pg';

/** A count that goes on, and how it ends. */
export interface QueryCount {
  readonly count: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/**
 * Counts the queries that read a table, from now on: the table is put behind a view that draws a number for each query.
 * A sequence counts across connections and waits for no statistics.
 */
export async function countQueries(databaseUrl: string, table: string): Promise<QueryCount> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    CREATE SEQUENCE "${table}_asked" MINVALUE 0 START 0;
    ALTER TABLE "${table}" RENAME TO "${table}_rows";
    CREATE VIEW "${table}" AS SELECT * FROM "${table}_rows" WHERE (SELECT nextval('"${table}_asked"')) IS NOT NULL;
  `);
  return {
    count: async () => {
      const { rows } = await client.query<{ count: string }>(`SELECT last_value + CASE WHEN is_called THEN 1 ELSE 0 END AS count FROM "${table}_asked"`);
      return Number(rows[0]!.count);
    },
    close: () => client.end(),
  };
}
