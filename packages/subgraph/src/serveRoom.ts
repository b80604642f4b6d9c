import { remoteKeys } from '@thegither/identity';
import { createLog, openWatch, readConfig, untilStopped, WATCH_CONFIG, type Environment } from '@thegither/service';
import type { Domain } from '@thegither/vocabulary';
import { z } from 'zod';
import type { Room, RoomDeps } from './room.ts';

const port = z.coerce.number().int().min(0).max(65_535);

/** What a room reads from its environment, with the values for a laptop. */
const configOf = (name: Domain) => z.object({
  DATABASE_URL: z.url().default(`postgresql://postgres@127.0.0.1:5432/${name}`),
  /** The decision service: its keys are at /jwks.json. */
  DECISIONS_URL: z.url().default('http://127.0.0.1:4010'),
  DECISION_ISSUER: z.string().min(1).default('https://thegither.example/decisions'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(0),
  ...WATCH_CONFIG,
});

/** Runs one room as a service of its own until somebody stops it: what a room's server.ts does. */
export async function serveRoom(name: Domain, create: (deps: RoomDeps) => Room, env: Environment = process.env): Promise<void> {
  const config = readConfig(configOf(name), env);
  const log = createLog({ service: name });
  const watch = await openWatch(name, config);
  const decisions = { keys: remoteKeys(new URL('/jwks.json', config.DECISIONS_URL).href), issuer: config.DECISION_ISSUER };
  const room = await create({ databaseUrl: config.DATABASE_URL, decisions, log, watch }).listen(config.PORT, config.HOST);
  log.info({ url: room.url }, 'open');
  const signal = await untilStopped();
  await room.close();
  await watch.close();
  log.info({ signal }, 'closed');
}
