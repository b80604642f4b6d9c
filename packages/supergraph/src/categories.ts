import type { Whole } from './whole.ts';

/** The categories of a type that somebody gets to see: its own, and of an interface or a union those of everything it may turn out to be. */
export function categoriesOfType(whole: Whole, name: string): Set<string> {
  const type = whole.get(name);
  const possible = [...(type?.possible ?? [])].flatMap((one) => [...(whole.get(one)?.own ?? [])]);
  return new Set([...(type?.own ?? []), ...possible]);
}

/** The categories that begin at a field: its own and those of what it returns. */
export function categoriesBegun(whole: Whole, type: string, field: string): Set<string> {
  const found = whole.get(type)?.fields.get(field);
  return new Set([...(found?.own ?? []), ...[...(found?.returns ?? [])].flatMap((name) => [...categoriesOfType(whole, name)])]);
}

/**
 * Every category that somebody must share for a field to be shown: the field's own, its enclosing object's and its
 * return type's. Several mean all. A field of an interface needs what any of its implementations needs.
 */
export function categoriesNeeded(whole: Whole, type: string, field: string): Set<string> {
  const places = new Set([type, ...(whole.get(type)?.possible ?? [])]);
  return new Set([...places].flatMap((place) => [...(whole.get(place)?.own ?? []), ...categoriesBegun(whole, place, field)]));
}

/** Is the field personal where it stands, whatever it hangs from? */
export const isPersonalField = (whole: Whole, type: string, field: string): boolean => categoriesNeeded(whole, type, field).size > 0;

/** Is there a category on the object or on one of its fields? */
export function holdsPersonal(whole: Whole, name: string): boolean {
  const type = whole.get(name);
  return type !== undefined && (type.own.size > 0 || [...type.fields.keys()].some((field) => isPersonalField(whole, name, field)));
}
