import { categoryLabel, subgraphLabel, type Labels, type Metrics } from '@thegither/service';
import type { SharingEntry } from '@thegither/vocabulary';

/** What became of one request at the door. Times in seconds. */
export interface Answered {
  readonly kind: Labels['kind'];
  readonly code: Labels['code'];
  readonly seconds: number;
  /** Of a GraphQL answer's body. */
  readonly bytes: number | undefined;
  /** Was all of it written before the connection ended? */
  readonly whole: boolean;
}

/** The gateway's numbers. They tell how it runs, and nothing of whom it is asked about. */
export interface GatewayMetrics {
  /** A request came (1) or is over (-1). */
  inFlight(by: 1 | -1): void;
  /** A screen began (1) or ended (-1) to be told of changes. */
  watching(by: 1 | -1): void;
  answered(answered: Answered): void;
  /** The decision service answered, or did not. */
  decided(question: 'decide' | 'release' | 'marks', outcome: Labels['outcome'], seconds: number): void;
  /** A release was committed, and its answer would have come after the deadline. */
  late(): void;
  /** A subgraph, by its configured name, answered or did not. */
  fetched(subgraph: string, outcome: Labels['outcome'], seconds: number): void;
  /** These parts were in an answer: those that were withheld are counted, by category and by what the caller reads of them. */
  told(sharing: readonly Pick<SharingEntry, 'category' | 'state'>[]): void;
  /** Another supergraph came: OK when it is served now, the code of what was wrong with it when the former stays. */
  supergraph(outcome: Labels['outcome']): void;
  /** A subgraph's circuit breaker stands like this now. */
  breaker(subgraph: string, stands: Labels['breaker']): void;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const BYTES = [256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304];
const STANDS = ['closed', 'open', 'half-open'] as const;

/** Makes them among a service's numbers. */
export function gatewayMetrics(metrics: Metrics): GatewayMetrics {
  const requests = metrics.counter({ name: 'gateway_requests_total', help: 'Requests by the kind of operation and the code of what became of them.', labels: ['kind', 'code'] });
  const cut = metrics.counter({ name: 'gateway_answers_cut_total', help: 'Answers whose connection ended before they were whole.', labels: ['kind'] });
  const running = metrics.gauge({ name: 'gateway_requests_in_flight', help: 'Requests that are being answered.', labels: [] });
  const watching = metrics.gauge({ name: 'gateway_screens_watching', help: 'Screens that are told of changes.', labels: [] });
  const seconds = metrics.histogram({ name: 'gateway_request_seconds', help: 'From a request to the end of its answer.', labels: ['kind'] }, SECONDS);
  const bytes = metrics.histogram({ name: 'gateway_answer_bytes', help: 'Size of GraphQL answers that were written whole.', labels: ['kind'] }, BYTES);
  const decisions = metrics.histogram({ name: 'gateway_decision_seconds', help: 'Questions to the decision service, by what came of them.', labels: ['question', 'outcome'] }, SECONDS);
  const late = metrics.counter({ name: 'gateway_releases_late_total', help: 'Releases whose answer would have come after its deadline and was dropped.', labels: [] });
  const fetches = metrics.histogram({ name: 'gateway_fetch_seconds', help: 'Questions to subgraphs, by what came of them.', labels: ['subgraph', 'outcome'] }, SECONDS);
  const withheld = metrics.counter({ name: 'gateway_withheld_total', help: 'Parts that were asked for and withheld, by category and by what the caller reads.', labels: ['category', 'reason'] });
  const supergraphs = metrics.counter({ name: 'gateway_supergraphs_total', help: 'Supergraphs that came while the gateway was open, by what became of them.', labels: ['outcome'] });
  const breakers = metrics.gauge({ name: 'gateway_breaker', help: 'How the circuit breaker of a subgraph stands: 1 at its state.', labels: ['subgraph', 'breaker'] });
  return {
    inFlight: (by) => running.add({}, by),
    watching: (by) => watching.add({}, by),
    answered(answered) {
      requests(answered);
      // It ends when the reader leaves, and how long it was open says nothing of how we run.
      if (answered.kind === 'stream') return;
      seconds(answered, answered.seconds);
      if (!answered.whole) cut(answered);
      else if (answered.bytes !== undefined) bytes(answered, answered.bytes);
    },
    decided: (question, outcome, took) => decisions({ question, outcome }, took),
    fetched: (subgraph, outcome, took) => fetches({ subgraph: subgraphLabel(subgraph), outcome }, took),
    late: () => late({}),
    told(sharing) {
      for (const [reason, byCategory] of countWithheld(sharing)) {
        for (const [category, count] of byCategory) withheld({ category: categoryLabel(category), reason }, count);
      }
    },
    supergraph: (outcome) => supergraphs({ outcome }),
    breaker(subgraph, stands) {
      for (const breaker of STANDS) breakers.set({ subgraph: subgraphLabel(subgraph), breaker }, breaker === stands ? 1 : 0);
    },
  };
}

/** Counted first, for an answer about two hundred people has thousands of parts and few different ones. */
function countWithheld(sharing: readonly Pick<SharingEntry, 'category' | 'state'>[]): Map<Labels['reason'], Map<string, number>> {
  const counted = new Map<Labels['reason'], Map<string, number>>();
  for (const { category, state } of sharing) {
    if (state === 'SHARED' || state === 'SHARED_OWN_ONLY') continue;
    const byCategory = counted.get(state) ?? new Map<string, number>();
    counted.set(state, byCategory.set(category, (byCategory.get(category) ?? 0) + 1));
  }
  return counted;
}
