import { readFileSync } from 'node:fs';
import { createIdentifiers, createTokenVerifier, importIdentifierKeys, importSigningKey } from '@thegither/identity';
import { createLog, readConfig, untilStopped } from '@thegither/service';
import { publish } from '@thegither/supergraph';
import { z } from 'zod';
import { createGateway } from './gateway.ts';

const address = z.url();
const config = readConfig(z.object({
  PORT: z.coerce.number().int().default(4000),
  HOST: z.string().default('127.0.0.1'),
  /** JSON file: [{ "name": "housing", "url": "http://housing:4001/", "schema": "housing.graphql" }], schema files beside it. */
  SUBGRAPHS_FILE: z.string(),
  DECISIONS_URL: address.default('http://127.0.0.1:4010'),
  /** `<version>.<base64url of 32 bytes>`, separated by commas; the first makes new ids. */
  IDENTIFIER_KEYS: z.string(),
  /** Private Ed25519 JWK; the decision service must list its public half. */
  GATEWAY_SIGNING_KEY: z.string(),
  WORKERS_ISSUER: address,
  PEOPLE_ISSUER: address,
  TOKEN_AUDIENCE: z.string().default('https://thegither.example/graphql'),
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().positive().default(3000),
}), process.env);

const log = createLog({ service: 'gateway' });
const listed = z.array(z.object({ name: z.string(), url: address, schema: z.string() })).parse(JSON.parse(readFileSync(config.SUBGRAPHS_FILE, 'utf8')));
const gateway = createGateway({
  supergraph: publish(listed.map(({ name, url, schema }) => ({ name, url, sdl: readFileSync(new URL(schema, `file://${config.SUBGRAPHS_FILE}`), 'utf8') }))),
  decisionsUrl: config.DECISIONS_URL,
  identifiers: createIdentifiers(importIdentifierKeys(config.IDENTIFIER_KEYS)),
  signingKey: importSigningKey(JSON.parse(config.GATEWAY_SIGNING_KEY)),
  verifyToken: createTokenVerifier({
    issuers: [
      { issuer: config.WORKERS_ISSUER, audience: config.TOKEN_AUDIENCE, kinds: ['worker'] },
      { issuer: config.PEOPLE_ISSUER, audience: config.TOKEN_AUDIENCE, kinds: ['person'] },
    ],
  }),
  subgraphTimeoutMs: config.SUBGRAPH_TIMEOUT_MS,
  log,
});
const listening = await gateway.listen(config.PORT, config.HOST);
log.info({ port: listening.port }, 'the gateway is open');
log.info({ signal: await untilStopped() }, 'the gateway closes');
await listening.close();
