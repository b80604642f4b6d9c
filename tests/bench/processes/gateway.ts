import { createGateway } from '@thegither/gateway';
import { createIdentifiers, createTokenVerifier, importIdentifierKeys, importSigningKey } from '@thegither/identity';
import { createLog } from '@thegither/service';
import { readPublished } from '@thegither/supergraph';
import type { JSONWebKeySet } from 'jose';
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from '../house/agency.ts';
import { answerParent } from './answerParent.ts';

interface Start {
  readonly supergraphSdl: string;
  readonly decisionsUrl: string;
  readonly identifierKeys: string;
  readonly signingKey: unknown;
  readonly issuerKeys: JSONWebKeySet;
}

answerParent({
  async start({ supergraphSdl, decisionsUrl, identifierKeys, signingKey, issuerKeys }: Start) {
    const { url } = await createGateway({
      // On a busy machine an answer may come later than the house allows: here it is waited for, so that all are counted.
      releaseDeadlineMs: 20_000, subgraphTimeoutMs: 20_000, decisionsTimeoutMs: 20_000,
      supergraph: readPublished(supergraphSdl), decisionsUrl, log: createLog({ service: 'gateway', level: 'fatal' }),
      identifiers: createIdentifiers(importIdentifierKeys(identifierKeys)), signingKey: importSigningKey(signingKey),
      verifyToken: createTokenVerifier({ issuers: [{ issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, kinds: ['worker'], keys: issuerKeys }] }),
    }).listen();
    return `${url}/graphql`;
  },
});
