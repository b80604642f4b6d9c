/** What is asked for when it is first wanted, and then kept: also while it is still on its way, and when it failed. */
export function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => (asked ??= ask());
}
