/** A place for GraphiQL to keep things in while the page is open: answers and people's ids are not left in the browser. */
export function memory() {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, String(value)),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    get length() { return kept.size; },
  };
}
