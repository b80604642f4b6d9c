import type { Caller } from '@thegither/vocabulary';
import type { Execution } from '@thegither/execution';
import type { Identifiers } from '@thegither/identity';
import type { Log, Tracing } from '@thegither/service';
import type { Since } from './changes/since.ts';
import type { DecisionService } from './decisionService.ts';
import type { FetchSubgraph } from './fetchSubgraph.ts';
import type { Recent } from './recent.ts';
import type { Answer } from './shape.ts';
import type { RateLimits } from './rates/rateLimits.ts';
import type { Standstill } from './standstill.ts';
import type { TrustedDocuments } from './trustedDocuments.ts';
import type { Turns } from './turns.ts';
import type { GatewayMetrics } from './watch/gatewayMetrics.ts';

/** What the corridor leans on: made once when the gateway starts, shared by every request, and holding nothing about anybody. */
export interface Corridor {
  readonly execution: Execution;
  /** Answers about the schema that were given lately. */
  readonly described: Recent<Answer>;
  readonly identifiers: Identifiers;
  /** Who is asking? Throws UNAUTHENTICATED. */
  verifyToken(authorization: string | undefined): Promise<Caller>;
  readonly decisionService: DecisionService;
  readonly fetchSubgraph: FetchSubgraph;
  /** What clients that registered their operations may ask. */
  readonly trusted: TrustedDocuments;
  /** How often somebody may ask. */
  readonly rates: RateLimits;
  /** No release is asked for while the process stands still. */
  readonly standstill: Standstill;
  /** Many who ask about one person at once do not hold up what changes their sharing. */
  readonly turns: Turns;
  /** What is brought back by whoever wants to hear what changed since an answer. */
  readonly since: Since;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Milliseconds after the release was asked for in which its answer may be written. */
  readonly releaseDeadlineMs: number;
  readonly log: Log;
  readonly metrics: GatewayMetrics;
  readonly tracing: Tracing;
}

/** What stays when another supergraph is served. */
export type Shared = Omit<Corridor, 'execution' | 'described'>;
