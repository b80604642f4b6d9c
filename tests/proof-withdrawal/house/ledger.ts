import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';

/** The ledger's database, from outside the house: to read the record, and to make happen what has no verb yet. */
export interface ProofLedger {
  /** The rows of a statement. It is asked again for a while when the server is away: only what may be done twice may be said here. */
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The database's clock, in milliseconds since 1970. */
  clock(): Promise<number>;
  close(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** Opens it. */
export function openLedger(connectionString: string): ProofLedger {
  const pool = new Pool({ connectionString, max: 4, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const rows = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => {
    for (const until = performance.now() + PATIENCE_MS; ;) {
      try {
        return (await pool.query<Row>(sql, [...values])).rows;
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        // A fault of the statement is thrown; an outage is waited for.
        if (/^(22|23|42|P0)/.test(code) || performance.now() > until) throw error;
        await pause(100);
      }
    }
  };
  return {
    rows,
    clock: async () => (await rows<{ at: number }>('SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS at'))[0]!.at,
    close: () => pool.end(),
  };
}
