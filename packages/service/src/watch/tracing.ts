import type { Labels } from './labels.ts';

/** What a span may say of itself: values of the same list as the labels of numbers, and which try it was. */
export interface SpanAttributes extends Partial<Pick<Labels, 'kind' | 'code' | 'subgraph' | 'use' | 'outcome' | 'question'>> {
  readonly attempt?: number;
}

/** Says something more about the step that runs. */
export type Tell = (attributes: SpanAttributes) => void;

/**
 * How the steps of a question are followed from service to service. What a step throws ends its span with the error's
 * code and nothing else of it. A step begun within another stands below it.
 */
export interface Tracing {
  /** Does one step. */
  step<Result>(name: Labels['step'], act: (tell: Tell) => Result): Result;
  /** Serves a request of another of our services, whose `traceparent` header this is: a span below theirs. */
  serve<Result>(traceparent: unknown, act: (tell: Tell) => Result): Result;
  /** The headers that carry the step which runs on to another of our services. */
  headers(): Readonly<Record<string, string>>;
  /** Sends what was not sent yet, and ends. */
  close(): Promise<void>;
}

const NO_HEADERS = Object.freeze({});
const tellNobody: Tell = () => undefined;

/** Follows nothing and makes nothing: what a service has unless it is told where spans go. */
export const NO_TRACING: Tracing = Object.freeze({
  step: (_name, act) => act(tellNobody),
  serve: (_traceparent, act) => act(tellNobody),
  headers: () => NO_HEADERS,
  close: async () => undefined,
} satisfies Tracing);
