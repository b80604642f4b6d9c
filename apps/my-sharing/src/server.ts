import { createLog, readConfig, untilStopped } from '@thegither/service';
import { z } from 'zod';
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
}), process.env);

const log = createLog({ service: 'my-sharing' });
const pages = await openMySharing({
  issuer: { url: config.PEOPLE_ISSUER, clientId: config.CLIENT_ID, clientSecret: config.CLIENT_SECRET, resource: config.TOKEN_AUDIENCE },
  gatewayUrl: config.GATEWAY_URL, baseUrl: config.BASE_URL, log,
}, config.PORT, config.HOST);
log.info({ port: pages.port }, 'My sharing is open');
log.info({ signal: await untilStopped() }, 'My sharing closes');
await pages.close();
