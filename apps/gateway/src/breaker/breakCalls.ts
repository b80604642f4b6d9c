import type { Log } from '@thegither/service';
import type { DecisionService } from '../decisionService.ts';
import type { FetchSubgraph } from '../fetchSubgraph.ts';
import type { GatewayMetrics } from '../watch/gatewayMetrics.ts';
import { createBreaker, type Breaker, type Breaking } from './breaker.ts';

/** The decision service behind a breaker: while it is out, DECISIONS_UNAVAILABLE at once. */
export function breakDecisions(service: DecisionService, breaking: Breaking, log: Log): DecisionService {
  const breaker = createBreaker(breaking, { code: 'DECISIONS_UNAVAILABLE', stands: (stands) => log.warn({ step: stands }, 'the breaker of the decision service') });
  return {
    decide: (request) => breaker(() => service.decide(request)),
    release: (request) => breaker(() => service.release(request)),
    marks: (request) => breaker(() => service.marks(request)),
  };
}

/** Each subgraph behind a breaker of its own, by its address: while one is out, SUBGRAPH_UNAVAILABLE at once for what it serves. */
export function breakFetches(fetchSubgraph: FetchSubgraph, breaking: Breaking, log: Log, metrics: GatewayMetrics): FetchSubgraph {
  const breakers = new Map<string, Breaker>();
  const breakerOf = (subgraph: string, url: string): Breaker => {
    const known = breakers.get(url);
    if (known) return known;
    const breaker = createBreaker(breaking, {
      code: 'SUBGRAPH_UNAVAILABLE',
      stands(stands) {
        metrics.breaker(subgraph, stands);
        log.warn({ subgraph, step: stands }, 'the breaker of a subgraph');
      },
    });
    breakers.set(url, breaker);
    metrics.breaker(subgraph, 'closed');
    return breaker;
  };
  return (request, decision) => breakerOf(request.subgraph, request.url)(() => fetchSubgraph(request, decision));
}
