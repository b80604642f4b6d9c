import type { SubgraphContext } from './context.ts';

/** Something that lives as long as one request, such as a DataLoader: made when it is first wanted, never shared between callers. */
export function perRequest<Value>(make: (context: SubgraphContext) => Value): (context: SubgraphContext) => Value {
  const made = new WeakMap<SubgraphContext, Value>();
  return (context) => {
    if (!made.has(context)) made.set(context, make(context));
    return made.get(context)!;
  };
}
