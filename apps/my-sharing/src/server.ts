import { createLog, openWatch, readConfig, untilStopped, WATCH_CONFIG } from '@thegither/service';
import { z } from 'zod';
import { feedbackToFile } from './feedback/feedbackToFile.ts';
import { openMySharing } from './mySharing.ts';

const address = z.url();
const config = readConfig(z.object({
  PORT: z.coerce.number().int().default(4003),
  HOST: z.string().default('127.0.0.1'),
  /** Our address as browsers have it: over HTTPS the cookie is bound to it. */
  BASE_URL: address.default('http://127.0.0.1:4003'),
  GATEWAY_URL: address.default('http://127.0.0.1:4000/graphql'),
  PEOPLE_ISSUER: address,
  /** Our account at the issuer of people. */
  CLIENT_ID: z.string().default('my-sharing'),
  CLIENT_SECRET: z.string(),
  TOKEN_AUDIENCE: z.string().default('https://thegither.example/graphql'),
  /** Where sessions are kept, so that several processes serve one browser; on a laptop in memory. */
  SESSION_DATABASE_URL: z.string().default(''),
  /** `<version>.<base64url of 32 bytes>`, separated by commas; the first encrypts sessions. */
  SESSION_KEYS: z.string().default(''),
  /** Where feedback and complaints are written, a line for each, `%h` being this machine's name; without it none is taken. */
  FEEDBACK_FILE: z.string().optional(),
  ...WATCH_CONFIG,
}), process.env);

const log = createLog({ service: 'my-sharing' });
const watch = await openWatch('my-sharing', config);
const pages = await openMySharing({
  issuer: { url: config.PEOPLE_ISSUER, clientId: config.CLIENT_ID, clientSecret: config.CLIENT_SECRET, resource: config.TOKEN_AUDIENCE },
  gatewayUrl: config.GATEWAY_URL, baseUrl: config.BASE_URL, log,
  sessionTable: config.SESSION_DATABASE_URL === '' ? undefined : { databaseUrl: config.SESSION_DATABASE_URL, keys: config.SESSION_KEYS },
  feedback: config.FEEDBACK_FILE === undefined ? undefined : feedbackToFile(config.FEEDBACK_FILE),
}, config.PORT, config.HOST);
log.info({ port: pages.port }, 'My sharing is open');
log.info({ signal: await untilStopped() }, 'My sharing closes');
await pages.close();
await watch.close();
