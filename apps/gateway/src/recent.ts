/** What was used lately, up to a size; what was not used for longest goes first. */
export interface Recent<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value, size: number): void;
  delete(key: string): boolean;
  /** The latest first. */
  values(): Value[];
}

/**
 * Keeps what was used lately, never more than `most` in size all together, so that somebody who asks a thousand
 * different things cannot fill the memory. What is larger by itself is not kept.
 */
export function createRecent<Value>(most: number): Recent<Value> {
  // A Map keeps the order in which its entries were set: the first is the one that was not used for longest.
  const kept = new Map<string, { readonly value: Value; readonly size: number }>();
  let total = 0;
  const drop = (key: string): boolean => {
    total -= kept.get(key)?.size ?? 0;
    return kept.delete(key);
  };
  return {
    get(key) {
      const entry = kept.get(key);
      if (!entry) return undefined;
      kept.delete(key);
      kept.set(key, entry);
      return entry.value;
    },
    set(key, value, size) {
      drop(key);
      if (size > most) return;
      kept.set(key, { value, size });
      total += size;
      for (const oldest of kept.keys()) {
        if (total <= most) break;
        drop(oldest);
      }
    },
    delete: drop,
    values: () => [...kept.values()].map(({ value }) => value).toReversed(),
  };
}
