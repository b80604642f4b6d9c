import { readFileSync } from 'node:fs';
import { createGateway, watchFile } from '@thegither/gateway';
import { createIdentifiers, createTokenVerifier, importIdentifierKeys, importSigningKey } from '@thegither/identity';
import { createLog, untilStopped } from '@thegither/service';
import { readPublished } from '@thegither/supergraph';

/** What the process is told as its only argument, as JSON. */
export interface GatewayProcess {
  readonly supergraphFile: string;
  readonly decisionsUrl: string;
  readonly identifierKeys: string;
  readonly signingKey: object;
  readonly issuers: { readonly workers: string; readonly people: string };
  readonly audience: string;
}

// The gateway as its server.ts opens it, but that it looks at the file more often, and waits longer on a busy machine.
const { supergraphFile, decisionsUrl, identifierKeys, signingKey, issuers, audience } = JSON.parse(process.argv[2]!) as GatewayProcess;
const known = readFileSync(supergraphFile, 'utf8');
const PATIENCE_MS = 30_000;
const gateway = await createGateway({
  supergraph: readPublished(known), decisionsUrl, identifiers: createIdentifiers(importIdentifierKeys(identifierKeys)), signingKey: importSigningKey(signingKey),
  verifyToken: createTokenVerifier({ issuers: [{ issuer: issuers.workers, audience, kinds: ['worker'] }, { issuer: issuers.people, audience, kinds: ['person'] }] }),
  log: createLog({ service: 'gateway' }), subgraphTimeoutMs: PATIENCE_MS, decisionsTimeoutMs: PATIENCE_MS, releaseDeadlineMs: PATIENCE_MS,
  rates: { questions: { points: 1e9, seconds: 60 }, people: { points: 1e9, seconds: 60 }, looks: { points: 1e9, seconds: 60 } },
}).listen();
const stop = watchFile(supergraphFile, (text) => gateway.serve(() => readPublished(text)), { known, everyMs: 20 });
process.send!({ url: `${gateway.url}/graphql` });
await untilStopped();
stop();
await gateway.close();
process.disconnect();
