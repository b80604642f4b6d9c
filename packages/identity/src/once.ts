import { HouseError } from '@thegither/vocabulary';
import { LEEWAY_MS } from './leeway.ts';

/** The memory of decisions that may be used once. */
export interface Once {
  /** Spends a decision's `jti`, which is valid until `exp` (seconds). Throws DECISION_REFUSED if it was spent before, or if no more can be remembered. */
  spend(jti: string, exp: number): void;
}

/** The clock in milliseconds, and how many may be remembered at a time. */
export interface OnceOptions {
  readonly now: () => number;
  readonly limit?: number;
}

/**
 * Remembers what was spent until it has expired anyway, so that a decision for a mutation works once. When the memory is
 * full it refuses: to forget one that is still valid would let it be used again. It knows of this process only; a
 * subgraph that runs in several keeps the same list in its database.
 */
export function createOnce({ now, limit = 100_000 }: OnceOptions): Once {
  const spent = new Map<string, number>();
  const forgetExpired = (at: number) => {
    for (const [jti, until] of spent) if (until <= at) spent.delete(jti);
  };
  return {
    spend(jti, exp) {
      const at = now();
      if (spent.size >= limit) forgetExpired(at);
      if (spent.has(jti) || spent.size >= limit) throw new HouseError('DECISION_REFUSED');
      spent.set(jti, exp * 1000 + LEEWAY_MS);
    },
  };
}
