import { readFileSync } from 'node:fs';
import { createIdentifiers, createTokenVerifier, importIdentifierKeys, importSigningKey } from '@thegither/identity';
import { createLog, openWatch, readConfig, untilStopped, WATCH_CONFIG } from '@thegither/service';
import { readPublished } from '@thegither/supergraph';
import { z } from 'zod';
import { createGateway } from './gateway.ts';
import { RATES, type Rate } from './rates/rates.ts';
import { readTrustedDocuments } from './trustedDocuments.ts';
import { watchFile } from './supergraph/watchFile.ts';

const address = z.url();
const perMinute = z.coerce.number().int().positive().optional();
const rate = (points: number | undefined, otherwise: Rate): Rate => (points === undefined ? otherwise : { points, seconds: 60 });
const config = readConfig(z.object({
  PORT: z.coerce.number().int().default(4000),
  HOST: z.string().default('127.0.0.1'),
  /** What publication wrote. It is watched: a new one is served as soon as it is there and keeps the rules. */
  SUPERGRAPH_FILE: z.string(),
  DECISIONS_URL: address.default('http://127.0.0.1:4010'),
  /** `<version>.<base64url of 32 bytes>`, separated by commas; the first makes new ids. */
  IDENTIFIER_KEYS: z.string(),
  /** Private Ed25519 JWK; the decision service must list its public half. */
  GATEWAY_SIGNING_KEY: z.string(),
  WORKERS_ISSUER: address,
  PEOPLE_ISSUER: address,
  TOKEN_AUDIENCE: z.string().default('https://thegither.example/graphql'),
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().positive().default(3000),
  /** JSON: the client id of an app to the SHA-256 of every operation that it registered; such an app is answered no other. */
  TRUSTED_DOCUMENTS: z.string().default('{}'),
  /** How often one caller may ask, about how many people, and about one person: see RATES. */
  QUESTIONS_PER_MINUTE: perMinute,
  PEOPLE_PER_MINUTE: perMinute,
  LOOKS_PER_MINUTE: perMinute,
  ...WATCH_CONFIG,
}), process.env);

const log = createLog({ service: 'gateway' });
const watch = await openWatch('gateway', config);
const supergraphSdl = readFileSync(config.SUPERGRAPH_FILE, 'utf8');
const gateway = createGateway({
  supergraph: readPublished(supergraphSdl),
  decisionsUrl: config.DECISIONS_URL,
  identifiers: createIdentifiers(importIdentifierKeys(config.IDENTIFIER_KEYS)),
  trusted: readTrustedDocuments(config.TRUSTED_DOCUMENTS),
  signingKey: importSigningKey(JSON.parse(config.GATEWAY_SIGNING_KEY)),
  verifyToken: createTokenVerifier({
    issuers: [
      { issuer: config.WORKERS_ISSUER, audience: config.TOKEN_AUDIENCE, kinds: ['worker'] },
      { issuer: config.PEOPLE_ISSUER, audience: config.TOKEN_AUDIENCE, kinds: ['person'] },
    ],
  }),
  subgraphTimeoutMs: config.SUBGRAPH_TIMEOUT_MS,
  rates: { questions: rate(config.QUESTIONS_PER_MINUTE, RATES.questions), people: rate(config.PEOPLE_PER_MINUTE, RATES.people), looks: rate(config.LOOKS_PER_MINUTE, RATES.looks) },
  log, watch,
});
const listening = await gateway.listen(config.PORT, config.HOST);
const stopWatching = watchFile(config.SUPERGRAPH_FILE, (text) => listening.serve(() => readPublished(text)), { known: supergraphSdl });
log.info({ port: listening.port }, 'the gateway is open');
log.info({ signal: await untilStopped() }, 'the gateway closes');
stopWatching();
await listening.close();
await watch.close();
