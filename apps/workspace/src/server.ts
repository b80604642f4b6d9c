import { createLog, readConfig, untilStopped } from '@thegither/service';
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
}), process.env);

const log = createLog({ service: 'workspace' });
const pages = await openWorkspace({
  issuer: { url: config.WORKERS_ISSUER, clientId: config.CLIENT_ID, clientSecret: config.CLIENT_SECRET, resource: config.TOKEN_AUDIENCE },
  gatewayUrl: config.GATEWAY_URL, baseUrl: config.BASE_URL, log,
}, config.PORT, config.HOST);
log.info({ port: pages.port }, 'The workspace is open');
log.info({ signal: await untilStopped() }, 'The workspace closes');
await pages.close();
