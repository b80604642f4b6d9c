import { appendFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { FeedbackPort } from './feedbackPort.ts';

/** How many keys are remembered: a form is sent again within seconds, or never. */
const REMEMBERED = 1_000;

/**
 * Feedback as lines of JSON at the end of a file, for whoever reads it. The file is made for its owner alone, and says when,
 * which kind and what: not who. `%h` in its name is this machine's: where several machines share a volume each has a file
 * of its own, for two that write to one at once could each lose what the other wrote.
 */
export function feedbackToFile(named: string, now: () => number = Date.now, machine: string = hostname()): FeedbackPort {
  const file = named.replaceAll('%h', machine);
  const taken = new Map<string, Promise<void>>();
  return ({ kind, text, key }) => {
    const before = taken.get(key);
    if (before) return before;
    if (taken.size >= REMEMBERED) taken.delete(taken.keys().next().value!);
    const written = appendFile(file, `${JSON.stringify({ at: new Date(now()).toISOString(), kind, text })}\n`, { mode: 0o600 });
    taken.set(key, written);
    // What could not be written may be sent again.
    return written.catch((error: unknown) => {
      taken.delete(key);
      throw error;
    });
  };
}
