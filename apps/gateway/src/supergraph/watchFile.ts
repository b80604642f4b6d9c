import { readFile } from 'node:fs/promises';

/** What is done with a file's text, when it has changed. */
export type Take = (text: string) => Promise<unknown>;

/** How a file is looked at. */
export interface Watching {
  /** The text that was taken before. */
  readonly known: string;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

/**
 * Watches a file, and takes each new text of it, one after the other; of several that came meanwhile the last. A text
 * that could not be taken is not tried again before it changes: whoever takes it says why. Reads the file again and
 * again instead of waiting to be told, since one that is mounted into a container is changed by changing what its name
 * leads to. Answers how to stop.
 */
export function watchFile(file: string, take: Take, { known, everyMs = 2_000 }: Watching): () => void {
  let last = known;
  let isLooking = false;

  async function look(): Promise<void> {
    // A file that is away for a moment is one that did not change.
    const text = await readFile(file, 'utf8').catch(() => last);
    if (text === last) return;
    last = text;
    await take(text).catch(() => undefined);
  }

  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void look().finally(() => { isLooking = false; });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
