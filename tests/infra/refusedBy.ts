/** A kind of manifest, with the check that its schema was compiled into. */
interface Model {
  new (manifest: never): { validate(): void };
}

/**
 * What stands against a manifest: what its schema refuses and, since a schema lets pass what it does not know, every
 * field that the check never looked at.
 */
export function refusedBy(Kind: Model, manifest: object): string[] {
  const unread = new Map<object, Set<string>>();
  const watched = <Value>(value: Value): Value => {
    if (typeof value !== 'object' || value === null) return value;
    const copy = (Array.isArray(value) ? [] : {}) as Record<string, unknown>;
    for (const [key, inner] of Object.entries(value)) copy[key] = watched(inner);
    const left = new Set(Object.keys(value));
    unread.set(copy, left);
    return new Proxy(copy, {
      get(target, key) {
        left.delete(String(key));
        return Reflect.get(target, key) as unknown;
      },
      // A map of any keys is read by going through them.
      ownKeys(target) {
        left.clear();
        return Reflect.ownKeys(target);
      },
    }) as Value;
  };
  const model = new Kind(manifest as never);
  const checked = watched(manifest);
  try {
    model.validate.call(Object.setPrototypeOf(checked, Object.getPrototypeOf(model) as object));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  return [...unread.values()].flatMap((left) => [...left].map((key) => `${key} is not of the schema`));
}
