import type { FetchUse } from '@thegither/vocabulary';
import { Kind, OperationTypeNode, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * Is the operation of the kind that the decision was signed for? "mutation": only a mutation. "joined": only `_entities`.
 * "query": root fields, never `_entities`, because its masks are empty by design. A document that does not say which
 * operation is meant fits nothing.
 */
export function fitsUse(document: DocumentNode, operationName: string | undefined, use: FetchUse): boolean {
  const operation = operationNamed(document, operationName);
  if (!operation) return false;
  if (operation.operation === OperationTypeNode.MUTATION) return use === 'mutation';
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  const entities = rootFields(operation.selectionSet, fragmentsOf(document)).map((field) => field === '_entities');
  return use === 'joined' ? entities.every(Boolean) : use === 'query' && !entities.some(Boolean);
}

function operationNamed(document: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (name === undefined) return operations.length === 1 ? operations[0] : undefined;
  const named = operations.filter((operation) => operation.name?.value === name);
  return named.length === 1 ? named[0] : undefined;
}

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]));

/** Names of the root fields, fragments opened. A fragment that opens itself is opened once: validation refuses it later. */
function rootFields(selections: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, opened: Set<string> = new Set()): string[] {
  return selections.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node.name.value];
    if (node.kind === Kind.INLINE_FRAGMENT) return rootFields(node.selectionSet, fragments, opened);
    const fragment = fragments.get(node.name.value);
    if (!fragment || opened.has(node.name.value)) return [];
    opened.add(node.name.value);
    return rootFields(fragment.selectionSet, fragments, opened);
  });
}
