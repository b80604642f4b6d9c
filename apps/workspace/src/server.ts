import { createLog, openWatch, readConfig, untilStopped, WATCH_CONFIG } from '@thegither/service';
import { z } from 'zod';
import { openWorkspace } from './workspace.ts';

const address = z.url();
const config = readConfig(z.object({
  PORT: z.coerce.number().int().default(4004),
  HOST: z.string().default('127.0.0.1'),
  /** Our address as browsers have it: over HTTPS the cookie is bound to it. */
  BASE_URL: address.default('http://127.0.0.1:4004'),
  GATEWAY_URL: address.default('http://127.0.0.1:4000/graphql'),
  WORKERS_ISSUER: address,
  /** Our account at the issuer of workers. */
  CLIENT_ID: z.string().default('workspace'),
  CLIENT_SECRET: z.string(),
  TOKEN_AUDIENCE: z.string().default('https://thegither.example/graphql'),
  /** Where sessions are kept, so that several processes serve one browser; on a laptop in memory. */
  SESSION_DATABASE_URL: z.string().default(''),
  /** `<version>.<base64url of 32 bytes>`, separated by commas; the first encrypts sessions. */
  SESSION_KEYS: z.string().default(''),
  ...WATCH_CONFIG,
}), process.env);

const log = createLog({ service: 'workspace' });
const watch = await openWatch('workspace', config);
const pages = await openWorkspace({
  issuer: { url: config.WORKERS_ISSUER, clientId: config.CLIENT_ID, clientSecret: config.CLIENT_SECRET, resource: config.TOKEN_AUDIENCE },
  gatewayUrl: config.GATEWAY_URL, baseUrl: config.BASE_URL, log,
  sessionTable: config.SESSION_DATABASE_URL === '' ? undefined : { databaseUrl: config.SESSION_DATABASE_URL, keys: config.SESSION_KEYS },
}, config.PORT, config.HOST);
log.info({ port: pages.port }, 'The workspace is open');
log.info({ signal: await untilStopped() }, 'The workspace closes');
await pages.close();
await watch.close();
