import { Kind, type SelectionSetNode } from 'graphql';

/** What a selection asks of records, lists of records and leaves; fragments must name object types. */
export function project(set: SelectionSetNode | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => project(set, item));
  if (!set || typeof value !== 'object' || value === null) return value ?? null;
  const out: Record<string, unknown> = {};
  take(set, value as Readonly<Record<string, unknown>>, out);
  return out;
}

function take(set: SelectionSetNode, record: Readonly<Record<string, unknown>>, out: Record<string, unknown>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) out[(selection.alias ?? selection.name).value] = project(selection.selectionSet, record[selection.name.value]);
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value;
      if (on === undefined || on === record.__typename) take(selection.selectionSet, record, out);
    } else throw new Error('the rooms of the benchmark read no named fragments');
  }
}
