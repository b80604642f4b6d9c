/** The streams that are open to browsers: how many there may be, and how they all end. */
export interface OpenStreams {
  /** Counts one in, and answers the way to count it out. `end` is called when it has to go. */
  add(session: string, end: () => void): () => void;
  /** Every one ends. */
  close(): void;
}

/** Browsers hold six connections to one address over plain HTTP: one of them has to stay free for pages. */
const MOST_OF_ONE = 5;
const MOST_OF_ALL = 2_000;

/**
 * Begins without any. When a session has too many, or all together have, the one that was opened first goes: a window in
 * the background closes what it shows and comes back when somebody looks at it.
 */
export function openStreams(mostOfOne = MOST_OF_ONE, mostOfAll = MOST_OF_ALL): OpenStreams {
  const open = new Set<{ readonly session: string; readonly end: () => void }>();
  return {
    add(session, end) {
      const own = [...open].filter((one) => one.session === session);
      const [first] = own.length >= mostOfOne ? own : open.size >= mostOfAll ? open : [];
      if (first) {
        open.delete(first);
        first.end();
      }
      const one = { session, end };
      open.add(one);
      return () => void open.delete(one);
    },
    close() {
      for (const { end } of open) end();
    },
  };
}
