import { createGateway } from '@thegither/gateway';
import { createIdentifiers, createTokenVerifier, importIdentifierKeys, importSigningKey } from '@thegither/identity';
import { createLog, openWatch } from '@thegither/service';
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
  /** Where spans go; nowhere when nothing is said, as in a gateway that nobody told. */
  readonly collector?: string;
}

const UNHURRIED = { points: 1e12, seconds: 60 };

// As server.ts makes it where nobody says anything else: limits, rates, breakers, numbers and log.
answerParent({
  async start({ supergraphSdl, decisionsUrl, identifierKeys, signingKey, issuerKeys, collector }: Start) {
    const { url } = await createGateway({
      // On a busy machine an answer may come later than the house allows: here it is waited for, so that all are counted.
      releaseDeadlineMs: 20_000, subgraphTimeoutMs: 20_000, decisionsTimeoutMs: 20_000,
      // One worker asks more here than any worker may: it is counted as always, and never too often.
      rates: { questions: UNHURRIED, people: UNHURRIED, looks: UNHURRIED },
      supergraph: readPublished(supergraphSdl), decisionsUrl, log: createLog({ service: 'gateway' }), watch: await openWatch('gateway', { OTEL_EXPORTER_OTLP_ENDPOINT: collector }),
      identifiers: createIdentifiers(importIdentifierKeys(identifierKeys)), signingKey: importSigningKey(signingKey),
      verifyToken: createTokenVerifier({ issuers: [{ issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, kinds: ['worker'], keys: issuerKeys }] }),
    }).listen();
    return `${url}/graphql`;
  },
});
