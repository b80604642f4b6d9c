import { holdTo, type Limits } from './limits.ts';

/**
 * Holds what is given along with a question to its limits: items of all lists together, those of its text among them, and
 * how deep things lie inside each other. Walks without recursion, as what was sent may be nested without end. Throws BAD_REQUEST.
 */
export function measureVariables(variables: unknown, inText: number, limits: Limits): void {
  let listItems = inText;
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: variables, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    holdTo('depth', limits, depth);
    if (Array.isArray(value)) holdTo('listItems', limits, (listItems += value.length));
    for (const item of Array.isArray(value) ? value : Object.values(value)) open.push({ value: item, depth: depth + 1 });
  }
}
