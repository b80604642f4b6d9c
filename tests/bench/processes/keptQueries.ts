import { Kind, parse, visit, type DocumentNode, type FieldNode, type FragmentDefinitionNode } from 'graphql';

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
      const operation = withoutNames(parse(text)).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)!;
      query = { root: operation.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD) };
      kept.set(text, query);
    }
    return query;
  };
}

/** Every fragment that has a name, written out where it is used. */
function withoutNames(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return visit(document, {
    FragmentSpread: ({ name }) => {
      const { typeCondition, selectionSet } = fragments.get(name.value)!;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet };
    },
  });
}
