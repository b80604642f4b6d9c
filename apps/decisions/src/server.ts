import { createIdentifiers, createTokenVerifier, importIdentifierKeys, importSigningKey } from '@thegither/identity';
import { createSeals, importSealKeys } from '@thegither/ledger';
import { createLog, openWatch, readConfig, untilStopped, WATCH_CONFIG } from '@thegither/service';
import { DOMAINS } from '@thegither/vocabulary';
import { z } from 'zod';
import { createDecisions } from './decisions.ts';

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});
const publicKeys = z.array(z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }));

const config = readConfig(z.object({
  PORT: z.coerce.number().int().default(4010),
  HOST: z.string().default('127.0.0.1'),
  /** The ledger's primary. */
  DATABASE_URL: z.string().default('postgresql://postgres@127.0.0.1:5432/consent'),
  /** `<version>.<base64url of 32 bytes>`, separated by commas; the first makes new ids. */
  IDENTIFIER_KEYS: z.string(),
  /** `<version>.<base64url of 32 bytes>`, separated by commas; the first seals what disclosures say. */
  LEDGER_SEAL_KEYS: z.string(),
  /** Private Ed25519 JWK that signs decisions. */
  DECISION_SIGNING_KEY: json,
  /** List of public Ed25519 JWKs that are published besides, while the key rotates. */
  DECISION_OTHER_KEYS: json.pipe(publicKeys).optional(),
  DECISION_ISSUER: z.string().default('https://thegither.example/decisions'),
  /** List of the gateways' public Ed25519 JWKs. */
  GATEWAY_KEYS: json.pipe(publicKeys),
  /** Names of the subgraphs, separated by commas. */
  SUBGRAPHS: z.string().default(DOMAINS.join(',')).transform((text) => text.split(',')),
  WORKERS_ISSUER: z.url(),
  PEOPLE_ISSUER: z.url(),
  TOKEN_AUDIENCE: z.string().default('https://thegither.example/graphql'),
  ...WATCH_CONFIG,
}), process.env);

const log = createLog({ service: 'decisions' });
const watch = await openWatch('decisions', config);
const decisions = createDecisions({
  databaseUrl: config.DATABASE_URL,
  identifiers: createIdentifiers(importIdentifierKeys(config.IDENTIFIER_KEYS)),
  seals: createSeals(importSealKeys(config.LEDGER_SEAL_KEYS)),
  signingKey: importSigningKey(config.DECISION_SIGNING_KEY),
  alsoPublished: config.DECISION_OTHER_KEYS,
  issuer: config.DECISION_ISSUER,
  gatewayKeys: config.GATEWAY_KEYS,
  subgraphs: config.SUBGRAPHS,
  verifyToken: createTokenVerifier({
    issuers: [
      { issuer: config.WORKERS_ISSUER, audience: config.TOKEN_AUDIENCE, kinds: ['worker'] },
      { issuer: config.PEOPLE_ISSUER, audience: config.TOKEN_AUDIENCE, kinds: ['person'] },
    ],
  }),
  log, watch,
});
const listening = await decisions.listen(config.PORT, config.HOST);
log.info({ port: listening.port }, 'the decision service is open');
log.info({ signal: await untilStopped() }, 'the decision service closes');
await decisions.close();
await watch.close();
