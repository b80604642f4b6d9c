import type { Caller } from '@thegither/vocabulary';
import type { Execution } from '@thegither/execution';
import type { Identifiers } from '@thegither/identity';
import type { Log } from '@thegither/service';
import type { DecisionService } from './decisionService.ts';
import type { FetchSubgraph } from './fetchSubgraph.ts';

/** What the corridor leans on: made once when the gateway starts, shared by every request, and holding nothing about anybody. */
export interface Corridor {
  readonly execution: Execution;
  readonly identifiers: Identifiers;
  /** Who is asking? Throws UNAUTHENTICATED. */
  verifyToken(authorization: string | undefined): Promise<Caller>;
  readonly decisionService: DecisionService;
  readonly fetchSubgraph: FetchSubgraph;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Milliseconds after the release was asked for in which its answer may be written. */
  readonly releaseDeadlineMs: number;
  readonly log: Log;
}
