import { EVERYTHING, NOTHING, maskOf, type Mask } from '@thegither/consent';
import { categoriesNeeded } from './categories.ts';
import type { Whole } from './whole.ts';

/** The categories of every place of a supergraph, as masks. */
export interface Needs {
  /** What somebody must share for `type.field` to be fetched. Everything for a field that nobody knows. */
  readonly needs: (type: string, field: string) => Mask;
  /** For an argument of `type.field`, inputs inside it included. Everything for an argument that nobody knows. */
  readonly argumentNeeds: (type: string, field: string) => (argument: string) => Mask;
}

/** What every type answers about itself: names of the schema, which are not personal. */
const META = new Set(['__typename', '__schema', '__type']);

function argumentCategories(whole: Whole, own: ReadonlySet<string>, takes: ReadonlySet<string>): Set<string> {
  const categories = new Set(own);
  const seen = new Set<string>();
  const open = [...takes];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const field of whole.get(name)?.fields.values() ?? []) {
      for (const category of field.own) categories.add(category);
      open.push(...field.returns);
    }
  }
  return categories;
}

/**
 * Works out what each place needs, once, so that an operation only looks it up. What is not in the supergraph needs
 * everything: an unmapped field stays where it is.
 */
export function needsOf(whole: Whole): Needs {
  const fields = new Map<string, { own: Mask; arguments: ReadonlyMap<string, Mask> }>();
  for (const type of whole.values()) {
    for (const field of type.fields.values()) {
      const given = [...field.arguments].map(([name, { own, takes }]) => [name, maskOf(...argumentCategories(whole, own, takes))] as const);
      fields.set(`${type.name}.${field.name}`, { own: maskOf(...categoriesNeeded(whole, type.name, field.name)), arguments: new Map(given) });
    }
  }
  return {
    needs: (type, field) => (META.has(field) ? NOTHING : (fields.get(`${type}.${field}`)?.own ?? EVERYTHING)),
    argumentNeeds: (type, field) => {
      const given = fields.get(`${type}.${field}`)?.arguments;
      return (argument) => given?.get(argument) ?? EVERYTHING;
    },
  };
}
