import { PERSON } from './person.ts';
import type { Whole, WholeField, WholeType } from './whole.ts';

/** Where a walk through the fields of a schema came by: type -> the fields that led there. The first way that was found. */
export type Reach = ReadonlyMap<string, readonly string[]>;

/** One field to begin or go on with. */
export interface Step {
  readonly type: WholeType;
  readonly field: WholeField;
}

/** The fields of some types as steps. */
export const stepsFrom = (whole: Whole, names: Iterable<string>): Step[] =>
  [...names].flatMap((name) => {
    const type = whole.get(name);
    return type ? [...type.fields.values()].map((field) => ({ type, field })) : [];
  });

/**
 * Every type that can be reached from some fields: through lists, unions, interfaces and connections alike, for a
 * person is as present inside a page of a list as at the root. The walk arrives at Person but never goes on through it:
 * behind that door each field is decided for that person.
 */
export function reachFrom(whole: Whole, starts: readonly Step[]): Reach {
  const reached = new Map<string, readonly string[]>();
  const open: { step: Step; path: readonly string[] }[] = starts.map((step) => ({ step, path: [] }));
  for (let next = open.shift(); next; next = open.shift()) {
    const path = [...next.path, `${next.step.type.name}.${next.step.field.name}`];
    for (const returned of next.step.field.returns) {
      for (const name of new Set([returned, ...(whole.get(returned)?.possible ?? [])])) {
        if (reached.has(name) || !whole.has(name)) continue;
        reached.set(name, path);
        if (name !== PERSON) open.push(...stepsFrom(whole, [name]).map((step) => ({ step, path })));
      }
    }
  }
  return reached;
}

/** A way through the schema, as a refusal tells it. */
export const tellPath = (path: readonly string[] | undefined): string => (path ?? []).join(' > ');
