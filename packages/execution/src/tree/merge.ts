import { TreeObject } from './treeObject.ts';

/**
 * Puts what another fetch brought into an object that already stands in the tree: objects and lists of one length are
 * joined, anything else is replaced. Both sides are our own projected objects, never a subgraph's.
 */
export function merge(target: TreeObject, source: TreeObject): void {
  for (const key of Object.keys(source)) target[key] = joined(target[key], source[key]);
}

function joined(old: unknown, fresh: unknown): unknown {
  if (old instanceof TreeObject && fresh instanceof TreeObject) {
    if (old !== fresh) merge(old, fresh);
    return old;
  }
  if (Array.isArray(old) && Array.isArray(fresh) && old.length === fresh.length) return fresh.map((value, i) => joined(old[i], value));
  return fresh;
}
