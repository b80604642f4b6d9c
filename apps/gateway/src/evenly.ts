import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';

/** A clock that never goes back, in milliseconds with fractions, and two ways to wait by it. */
export interface EvenClock {
  readonly now: () => number;
  /** Waits so many milliseconds, more or less one. */
  readonly pause: (ms: number) => Promise<unknown>;
  /** Waits a turn of the event loop. */
  readonly turn: () => Promise<unknown>;
}

const CLOCK: EvenClock = { now: () => performance.now(), pause: (ms) => pause(ms), turn: () => turn() };

/** Several times what an answer about nobody takes, so that hardly any takes more than one step. */
const STEP_MS = 8;

/**
 * Waits until a whole number of steps after `since`. Somebody whom a worker may not know has rows in the ledger or has
 * none, and reading them takes a little longer than finding nothing: an answer that must not say which leaves on the
 * step. A timer rings to the millisecond only, so the last of the way is gone by turns of the event loop.
 */
export async function evenly(since: number, { now, pause: wait, turn: next }: EvenClock = CLOCK): Promise<void> {
  const until = since + STEP_MS * Math.max(1, Math.ceil((now() - since) / STEP_MS));
  const early = Math.floor(until - now()) - 1;
  if (early > 0) await wait(early);
  while (now() < until) await next();
}
