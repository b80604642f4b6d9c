import { Pool } from 'undici';
import { createExecution } from '@thegither/execution';
import type { Identifiers, SigningKey } from '@thegither/identity';
import { listen, type Listening, type Log } from '@thegither/service';
import type { Published } from '@thegither/supergraph';
import { HouseError, RELEASE_DEADLINE_MS, type Caller } from '@thegither/vocabulary';
import type { Corridor } from './corridor.ts';
import { reachDecisionService } from './decisionService.ts';
import { openDoor } from './door.ts';
import { reachSubgraphs } from './fetchSubgraph.ts';
import { serveGraphql } from './serveGraphql.ts';

/** What a gateway is made of. It has no database and no key that could sign a decision. */
export interface GatewayDeps {
  /** What is served: composed, split and checked before. */
  readonly supergraph: Published;
  readonly decisionsUrl: string;
  readonly identifiers: Identifiers;
  /** Signs this gateway's own requests; the decision service must know its public half. */
  readonly signingKey: SigningKey;
  verifyToken(authorization: string | undefined): Promise<Caller>;
  readonly log: Log;
  /** Milliseconds that a subgraph has for an answer. */
  readonly subgraphTimeoutMs?: number;
  /** Milliseconds that the decision service has for an answer. */
  readonly decisionsTimeoutMs?: number;
  /** Milliseconds after a release was asked for in which its answer may be written: never more than the consent room waits before it acknowledges a stop. */
  readonly releaseDeadlineMs?: number;
  /** The largest answer of a subgraph that is read, in bytes. */
  readonly largestAnswer?: number;
}

/** The one public door. */
export interface Gateway {
  listen(port?: number, host?: string): Promise<Listening>;
}

/** Makes the gateway of a supergraph. Throws CONFIGURATION for one that it cannot run, before it serves anybody. */
export function createGateway(deps: GatewayDeps): Gateway {
  const { subgraphTimeoutMs = 3_000, decisionsTimeoutMs = 3_000, releaseDeadlineMs = RELEASE_DEADLINE_MS, largestAnswer = 16 * 1024 * 1024, signingKey: key, log, supergraph } = deps;
  const execution = createExecution(supergraph);
  return {
    async listen(port, host) {
      const pools = new Map<string, Pool>();
      const poolFor = (origin: string): Pool => {
        const pool = pools.get(origin) ?? new Pool(origin, { connections: 32, maxResponseSize: largestAnswer });
        pools.set(origin, pool);
        return pool;
      };
      const corridor: Corridor = {
        execution, log, releaseDeadlineMs,
        identifiers: deps.identifiers,
        verifyToken: (authorization) => deps.verifyToken(authorization),
        decisionService: reachDecisionService({ pool: poolFor(new URL(deps.decisionsUrl).origin), key, timeoutMs: decisionsTimeoutMs }),
        fetchSubgraph: reachSubgraphs({ poolFor, key, timeoutMs: subgraphTimeoutMs }),
        now: () => performance.now(),
      };
      const graphql = await serveGraphql(corridor, supergraph.supergraphSdl);
      const checks = { decisions: () => isReady(poolFor(new URL(deps.decisionsUrl).origin)) };
      const listening = await listen(openDoor({ graphql, corridor, checks }), { port, host });
      return {
        ...listening,
        async close() {
          await listening.close();
          await graphql.stop();
          await Promise.all([...pools.values()].map((pool) => pool.destroy()));
        },
      };
    },
  };
}

/** Is the decision service there, and its ledger behind it? Rejects when not. */
async function isReady(decisions: Pool): Promise<void> {
  const { statusCode, body } = await decisions.request({ path: '/ready', method: 'GET', signal: AbortSignal.timeout(1_000) });
  await body.dump();
  if (statusCode !== 200) throw new HouseError('DECISIONS_UNAVAILABLE');
}
