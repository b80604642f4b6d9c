import { appendFile } from 'node:fs/promises';
import type { FeedbackPort } from './feedbackPort.ts';

/** How many keys are remembered: a form is sent again within seconds, or never. */
const REMEMBERED = 1_000;

/** Feedback as lines of JSON at the end of a file, for whoever reads it. The file is made for its owner alone, and says when, which kind and what: not who. */
export function feedbackToFile(file: string, now: () => number = Date.now): FeedbackPort {
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
