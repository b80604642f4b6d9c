import { randomUUID } from 'node:crypto';
import { createRequestSigner, type Identifiers, type SigningKey } from '@thegither/identity';
import { listen, unwatched, type Listening, type Log, type Watch } from '@thegither/service';
import type { Published } from '@thegither/supergraph';
import { HouseError, RELEASE_DEADLINE_MS, type Caller } from '@thegither/vocabulary';
import { Pool } from 'undici';
import { breakDecisions, breakFetches } from './breaker/breakCalls.ts';
import { BREAKING, type Breaking } from './breaker/breaker.ts';
import { createChanges } from './changes/changes.ts';
import { createSince, sinceKey } from './changes/since.ts';
import type { Shared } from './corridor.ts';
import { reachDecisionService } from './decisionService.ts';
import { openDoor } from './door.ts';
import { reachSubgraphs } from './fetchSubgraph.ts';
import { LIMITS, type Limits } from './limits/limits.ts';
import { createRateLimits } from './rates/rateLimits.ts';
import { RATES, type Rates } from './rates/rates.ts';
import { readServed } from './served.ts';
import { serveGraphql } from './serveGraphql.ts';
import { createStandstill } from './standstill.ts';
import { createTurns } from './turns.ts';
import type { TrustedDocuments } from './trustedDocuments.ts';
import { createTryIt, type TryItDeps } from './tryIt/tryIt.ts';
import { gatewayMetrics } from './watch/gatewayMetrics.ts';
import { watchDecisions, watchFetches } from './watch/watchCalls.ts';

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
  /** How much one question may ask; LIMITS for what is not said. */
  readonly limits?: Partial<Limits>;
  /** How often somebody may ask; RATES for what is not said. */
  readonly rates?: Partial<Rates>;
  /** When a service that is out is left alone; BREAKING for what is not said. */
  readonly breaking?: Partial<Breaking>;
  /** What clients that registered their operations may ask: see onlyRegistered. */
  readonly trusted?: TrustedDocuments;
  /** Whoever runs it watches by this; nobody when nothing is said. */
  readonly watch?: Watch | undefined;
  /** The page on which somebody new tries the house, where there are demo people alone. */
  readonly tryIt?: TryItDeps | undefined;
}

/** The one public door. */
export interface Gateway {
  listen(port?: number, host?: string): Promise<OpenGateway>;
}

/** A gateway that listens. */
export interface OpenGateway extends Listening {
  /**
   * Serves another supergraph from now on. It is read, checked and planned for beside the one that is served, and no
   * question fails meanwhile; whoever asked before is answered by what they asked of. Throws CONFIGURATION for one that
   * must not be served: then the former stays.
   */
  serve(read: () => Published): Promise<void>;
}

const now = (): number => performance.now();

/** How long an idle connection to a service is kept: well below what services keep theirs, also when this process stands still for a while. */
const KEPT_MS = 50_000;

/** One agency's questions about one person: how many this process answers at once, how many have to wait to be a crowd, and how long a crowd rests between two, in milliseconds. */
const AT_ONCE = 1, CROWD = 8, REST_MS = 20;

/** How often it is looked for what screens are told of: a screen closes within two seconds. */
const LOOK_MS = 1_000;

/** Makes the gateway of a supergraph. Throws CONFIGURATION for one that it cannot run, before it serves anybody. */
export function createGateway(deps: GatewayDeps): Gateway {
  const { subgraphTimeoutMs = 3_000, decisionsTimeoutMs = 3_000, releaseDeadlineMs = RELEASE_DEADLINE_MS, largestAnswer = 16 * 1024 * 1024, log } = deps;
  const limits: Limits = { ...LIMITS, ...deps.limits };
  const breaking: Breaking = { ...BREAKING, ...deps.breaking };
  const first = readServed(deps.supergraph, limits);
  const tryIt = deps.tryIt && createTryIt(deps.tryIt);
  const { metrics: numbers, tracing } = deps.watch ?? unwatched('gateway');
  const metrics = gatewayMetrics(numbers);
  const sign = createRequestSigner({ key: deps.signingKey, now: Date.now, nonce: randomUUID });
  return {
    async listen(port, host) {
      const pools = new Map<string, Pool>();
      const poolFor = (origin: string): Pool => {
        const pool = pools.get(origin) ?? new Pool(origin, { connections: 32, maxResponseSize: largestAnswer, keepAliveMaxTimeout: KEPT_MS });
        pools.set(origin, pool);
        return pool;
      };
      const corridor: Shared = {
        log, releaseDeadlineMs, metrics, tracing, now,
        rates: createRateLimits({ ...RATES, ...deps.rates }),
        standstill: createStandstill(),
        turns: createTurns({ atOnce: AT_ONCE, crowd: CROWD, rest: (goOn) => setTimeout(goOn, REST_MS) }),
        since: createSince(sinceKey(deps.signingKey), Date.now),
        identifiers: deps.identifiers,
        trusted: deps.trusted ?? new Map(),
        verifyToken: (authorization) => deps.verifyToken(authorization),
        decisionService: watchDecisions(breakDecisions(reachDecisionService({ pool: poolFor(new URL(deps.decisionsUrl).origin), sign, timeoutMs: decisionsTimeoutMs, tracing }), breaking, log), { metrics, tracing, now }),
        fetchSubgraph: watchFetches(breakFetches(reachSubgraphs({ poolFor, sign, timeoutMs: subgraphTimeoutMs, tracing }), breaking, log, metrics), { metrics, tracing, now }),
      };
      const graphql = await serveGraphql(corridor, first);
      const changes = createChanges(corridor.decisionService, now);
      const looking = setInterval(() => void changes.look(), LOOK_MS).unref();
      const checks = { decisions: () => isReady(poolFor(new URL(deps.decisionsUrl).origin)) };
      const listening = await listen(openDoor({ graphql, corridor, changes, limits, checks, tryIt }), { port, host, headersMs: limits.headersMs, requestMs: limits.requestMs });
      return {
        ...listening,
        serve: oneAfterTheOther(async (read: () => Published) => {
          try {
            await graphql.serve(await corridor.standstill.during(() => readServed(read(), limits)));
            metrics.supergraph('OK');
            log.info({}, 'another supergraph is served');
          } catch (err) {
            const code = err instanceof HouseError ? err.code : 'INTERNAL';
            metrics.supergraph(code);
            log.error({ err, code }, 'another supergraph came and is not served; the former stays');
            throw err;
          }
        }),
        async close() {
          clearInterval(looking);
          changes.close();
          await listening.close();
          await graphql.stop();
          await Promise.all([...pools.values()].map((pool) => pool.destroy()));
        },
      };
    },
  };
}

/** What came later is done later, whatever became of what came before. */
function oneAfterTheOther<Input>(work: (input: Input) => Promise<void>): (input: Input) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (input) => {
    const done = last.then(() => work(input));
    last = done.catch(() => undefined);
    return done;
  };
}

/** Is the decision service there, and its ledger behind it? Rejects when not. */
async function isReady(decisions: Pool): Promise<void> {
  const { statusCode, body } = await decisions.request({ path: '/ready', method: 'GET', signal: AbortSignal.timeout(1_000) });
  await body.dump();
  if (statusCode !== 200) throw new HouseError('DECISIONS_UNAVAILABLE');
}
