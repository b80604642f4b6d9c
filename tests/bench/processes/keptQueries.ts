import { Kind, parse, type FieldNode } from 'graphql';

/** A question that was read before. */
export interface Query {
  /** Its root fields. */
  readonly root: readonly FieldNode[];
}

/** Reads questions, each text once. */
export function keptQueries(): (text: string) => Query {
  const kept = new Map<string, Query>();
  return (text) => {
    let query = kept.get(text);
    if (!query) {
      const operation = parse(text).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)!;
      query = { root: operation.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD) };
      kept.set(text, query);
    }
    return query;
  };
}
