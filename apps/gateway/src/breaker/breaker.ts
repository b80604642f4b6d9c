import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { HouseError, type ErrorCode } from '@thegither/vocabulary';

/** When a service that does not answer is left alone, and for how long. */
export interface Breaking {
  /** Outages one after the other, with no answer between them. */
  readonly failures: number;
  /** Milliseconds until one question is sent to see whether it is back. */
  readonly openMs: number;
}

/** What a gateway does that is not told otherwise. */
export const BREAKING: Breaking = { failures: 5, openMs: 2_000 };

/** How a breaker stands: closed lets every question through, open none, half-open the one that finds out. */
export type Stands = 'closed' | 'open' | 'half-open';

/** Asks through the breaker. */
export type Breaker = <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;

/** What one breaker needs to know of its service. */
export interface Broken {
  /** The code of an outage, which is also what an open breaker says. */
  readonly code: ErrorCode;
  /** Told of each change. */
  readonly stands: (stands: Stands) => void;
}

const STANDS: Readonly<Record<CircuitState, Stands>> = {
  [CircuitState.Closed]: 'closed', [CircuitState.Open]: 'open', [CircuitState.HalfOpen]: 'half-open', [CircuitState.Isolated]: 'open',
};

/**
 * Leaves a service alone that is out, so that nobody waits for it and it can come back. Open, it throws the outage's own
 * code at once; after a while one question goes through, the others still do not, and its good answer closes the breaker.
 * Each question is asked at most once: it repeats nothing. Only outages count: an answer that says no is an answer.
 */
export function createBreaker({ failures, openMs }: Breaking, { code, stands }: Broken): Breaker {
  const policy = circuitBreaker(handleAll, { halfOpenAfter: openMs, breaker: new ConsecutiveBreaker(failures) });
  policy.onStateChange((state) => stands(STANDS[state]));
  return async (ask) => {
    // Those who come while one finds out would wait for it.
    if (policy.state === CircuitState.HalfOpen) throw new HouseError(code);
    const answered = await policy.execute(() => answerOrRefusal(ask, code)).catch((error: unknown) => {
      throw error instanceof BrokenCircuitError ? new HouseError(code, undefined, { cause: error }) : error;
    });
    if ('refusal' in answered) throw answered.refusal;
    return answered.answer;
  };
}

/** Throws for an outage alone: whoever says no is there, and that ends a row of outages as a good answer does. */
async function answerOrRefusal<Answer>(ask: () => Promise<Answer>, code: ErrorCode): Promise<{ readonly answer: Answer } | { readonly refusal: unknown }> {
  try {
    return { answer: await ask() };
  } catch (error) {
    if (isOutage(error, code)) throw error;
    return { refusal: error };
  }
}

/** What a service said that is neither an answer nor an outage: it is there, and does not accept what it was sent. */
export class NotAccepted extends Error {}

const isOutage = (error: unknown, code: ErrorCode): boolean => error instanceof HouseError && error.code === code && !(error.cause instanceof NotAccepted);
