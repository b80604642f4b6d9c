import { escapeIdentifier, escapeLiteral } from 'pg';
import { connected } from './connected.ts';

/**
 * Does something to a database the first time only, and marks the database when it is done: what was interrupted is done
 * again. The mark is the database's comment, which no migration knows of.
 */
export const doOnce = (databaseUrl: string, mark: string, act: () => Promise<unknown>): Promise<void> =>
  connected(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string; mark: string | null }>("SELECT datname AS name, shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = current_database()");
    const [database] = rows;
    if (!database || database.mark === mark) return;
    await act();
    await client.query(`COMMENT ON DATABASE ${escapeIdentifier(database.name)} IS ${escapeLiteral(mark)}`);
  });
