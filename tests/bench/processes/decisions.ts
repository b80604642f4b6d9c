import { createDecisions } from '@thegither/decisions';
import { createIdentifiers, createTokenVerifier, importIdentifierKeys, importSigningKey, type PublicJwk } from '@thegither/identity';
import { createLog } from '@thegither/service';
import type { JSONWebKeySet } from 'jose';
import { DECISIONS_ISSUER, TOKEN_AUDIENCE, TOKEN_ISSUER } from '../house/agency.ts';
import { ROOMS } from '../house/rooms.ts';
import { answerParent } from './answerParent.ts';

interface Start {
  readonly databaseUrl: string;
  readonly identifierKeys: string;
  readonly signingKey: unknown;
  readonly gatewayKey: PublicJwk;
  readonly issuerKeys: JSONWebKeySet;
}

answerParent({
  async start({ databaseUrl, identifierKeys, signingKey, gatewayKey, issuerKeys }: Start) {
    const { url } = await createDecisions({
      databaseUrl, issuer: DECISIONS_ISSUER, subgraphs: ROOMS, log: createLog({ service: 'decisions', level: 'fatal' }),
      identifiers: createIdentifiers(importIdentifierKeys(identifierKeys)),
      signingKey: importSigningKey(signingKey), gatewayKeys: [gatewayKey],
      verifyToken: createTokenVerifier({ issuers: [{ issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, kinds: ['worker'], keys: issuerKeys }] }),
    }).listen();
    return url;
  },
});
