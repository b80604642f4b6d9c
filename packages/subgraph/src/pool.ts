import type { Log } from '@thegither/service';

/** How a room's database is reached. */
export interface Database {
  readonly url: string;
  readonly log: Log;
}

/** What Prisma's PostgreSQL adapter is made with. */
export type PoolArguments = readonly [
  { connectionString: string; max: number; connectionTimeoutMillis: number },
  { onPoolError: (error: Error) => void; onConnectionError: (error: Error) => void },
];

/**
 * The arguments of a room's `new PrismaPg(...pool(database))`: at most eight connections, and a connection that breaks
 * is logged and replaced. Without the handlers a database that restarts would end the process.
 */
export function pool({ url, log }: Database): PoolArguments {
  const broke = (err: Error): void => log.warn({ err }, 'a database connection broke');
  return [{ connectionString: url, max: 8, connectionTimeoutMillis: 10_000 }, { onPoolError: broke, onConnectionError: broke }];
}
