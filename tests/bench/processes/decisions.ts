import { createDecisions } from '@thegither/decisions';
import { createIdentifiers, createTokenVerifier, importIdentifierKeys, importSigningKey, type PublicJwk } from '@thegither/identity';
import { createSeals, importSealKeys } from '@thegither/ledger';
import { createLog, openWatch } from '@thegither/service';
import type { JSONWebKeySet } from 'jose';
import { DECISIONS_ISSUER, TOKEN_AUDIENCE, TOKEN_ISSUER } from '../house/agency.ts';
import { ROOMS } from '../house/rooms.ts';
import { answerParent } from './answerParent.ts';

/** What a decision service of the benchmark is started with. */
export interface StartDecisions {
  readonly databaseUrl: string;
  readonly identifierKeys: string;
  readonly sealKeys: string;
  readonly signingKey: unknown;
  readonly gatewayKey: PublicJwk;
  readonly issuerKeys: JSONWebKeySet;
  /** Where spans go, if anywhere. */
  readonly collector?: string;
}

answerParent({
  async start({ databaseUrl, identifierKeys, sealKeys, signingKey, gatewayKey, issuerKeys, collector }: StartDecisions) {
    const { url } = await createDecisions({
      databaseUrl, issuer: DECISIONS_ISSUER, subgraphs: ROOMS, log: createLog({ service: 'decisions' }), watch: await openWatch('decisions', { OTEL_EXPORTER_OTLP_ENDPOINT: collector }),
      identifiers: createIdentifiers(importIdentifierKeys(identifierKeys)),
      seals: createSeals(importSealKeys(sealKeys)),
      signingKey: importSigningKey(signingKey), gatewayKeys: [gatewayKey],
      verifyToken: createTokenVerifier({ issuers: [{ issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, kinds: ['worker'], keys: issuerKeys }] }),
    }).listen();
    return url;
  },
});
