import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { Whole } from './whole.ts';

/** One field that a field set names, on the type where it stands. */
export interface Touched {
  readonly type: string;
  readonly field: string;
}

function selectionsOf(text: string): SelectionSetNode | undefined {
  try {
    const [first] = parse(text.trim().startsWith('{') ? text : `{ ${text} }`, { noLocation: true }).definitions;
    return first?.kind === Kind.OPERATION_DEFINITION ? first.selectionSet : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The fields that a field set (`"id owner { name }"`, with or without its braces) names, from that type down, inside
 * fragments too. Undefined for text that is no field set: nobody can tell what it would bring along, so it is refused.
 */
export function touchedBy(whole: Whole, type: string, fieldSet: string): Touched[] | undefined {
  const selections = selectionsOf(fieldSet);
  if (!selections) return undefined;
  const touched: Touched[] = [];
  let readable = true;
  const walk = (set: SelectionSetNode, places: readonly string[]): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        readable = false;
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, selection.typeCondition ? [selection.typeCondition.name.value] : places);
        continue;
      }
      touched.push(...places.map((place) => ({ type: place, field: selection.name.value })));
      if (selection.selectionSet) walk(selection.selectionSet, places.flatMap((place) => [...(whole.get(place)?.fields.get(selection.name.value)?.returns ?? [])]));
    }
  };
  walk(selections, [type]);
  return readable ? touched : undefined;
}

/** The names at the top of a key's field set. */
export const keyFields = (whole: Whole, type: string, keys: readonly string[]): Set<string> =>
  new Set(keys.flatMap((key) => touchedBy(whole, type, key) ?? []).filter((touched) => touched.type === type).map((touched) => touched.field));
