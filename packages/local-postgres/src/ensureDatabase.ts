import { escapeIdentifier } from 'pg';
import { connected } from './connected.ts';

/** The address of another database of the same server. */
export const databaseAt = (server: string, name: string): string => Object.assign(new URL(server), { pathname: `/${encodeURIComponent(name)}` }).href;

/**
 * Makes a database on a server if there is none of that name, as a copy of the template if one is named, and gives its
 * address. `server` is the address of any of its databases; the one named "postgres" has to be there.
 */
export async function ensureDatabase(server: string, name: string, template?: string): Promise<string> {
  await connected(databaseAt(server, 'postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}${template ? ` TEMPLATE ${escapeIdentifier(template)}` : ''}`);
  });
  return databaseAt(server, name);
}
