/**
 * Remembers what was made for a key, for at most `limit` keys: then the oldest is forgotten and made again when it is
 * needed. The bound is there because the keys come with requests, so that nobody can fill our memory with them.
 */
export function keepAtMost<Value>(limit: number, make: (key: string) => Value): (key: string) => Value {
  const kept = new Map<string, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (kept.size >= limit) kept.delete(kept.keys().next().value!);
    kept.set(key, made);
    return made;
  };
}
