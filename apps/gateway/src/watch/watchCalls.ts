import type { Labels, Tracing } from '@thegither/service';
import { subgraphLabel } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import type { DecisionService } from '../decisionService.ts';
import type { FetchSubgraph } from '../fetchSubgraph.ts';
import type { GatewayMetrics } from './gatewayMetrics.ts';

/** What calls are watched with. `now` in milliseconds. */
export interface Watching {
  readonly metrics: GatewayMetrics;
  readonly tracing: Tracing;
  readonly now: () => number;
}

/** The decision service, timed: each question a step of its own. */
export function watchDecisions(service: DecisionService, { metrics, tracing, now }: Watching): DecisionService {
  const timed = <Answer>(question: 'decide' | 'release', ask: () => Promise<Answer>, outcomeOf: (answer: Answer) => Labels['outcome'], attempt?: number): Promise<Answer> =>
    tracing.step(question, (tell) => measure(ask, outcomeOf, now, (outcome, seconds) => {
      metrics.decided(question, outcome, seconds);
      tell({ outcome, attempt });
    }));
  return {
    decide: (request) => timed('decide', () => service.decide(request), () => 'OK'),
    release: (request) => timed('release', () => service.release(request), ({ status }) => status, request.attempt),
    // Nobody's question: no step of one.
    marks: (request) => measure(() => service.marks(request), () => 'OK', now, (outcome, seconds) => metrics.decided('marks', outcome, seconds)),
  };
}

/** The subgraphs, timed: each fetch a step of its own. */
export const watchFetches = (fetchSubgraph: FetchSubgraph, { metrics, tracing, now }: Watching): FetchSubgraph => (request, decision) =>
  tracing.step('fetch', (tell) => measure(() => fetchSubgraph(request, decision), ({ errors }) => (errors?.length ? 'SUBGRAPH_ERROR' : 'OK'), now, (outcome, seconds) => {
    metrics.fetched(request.subgraph, outcome, seconds);
    tell({ subgraph: subgraphLabel(request.subgraph), use: request.use, outcome });
  }));

async function measure<Answer>(ask: () => Promise<Answer>, outcomeOf: (answer: Answer) => Labels['outcome'], now: () => number, told: (outcome: Labels['outcome'], seconds: number) => void): Promise<Answer> {
  const begun = now();
  const since = (): number => (now() - begun) / 1000;
  try {
    const answer = await ask();
    told(outcomeOf(answer), since());
    return answer;
  } catch (error) {
    told(error instanceof HouseError ? error.code : 'INTERNAL', since());
    throw error;
  }
}
