import { HouseError } from '@thegither/vocabulary';
import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql';

/** The operation to run and the fragments of its document. */
export interface Chosen {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Finds the operation of that name, or the only one. Throws HouseError BAD_OPERATION when there is none, when several
 * stand there and none is named, and for subscriptions.
 */
export function chooseOperation(document: DocumentNode, name: string | undefined): Chosen {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION && (name === undefined || definition.name?.value === name)) operations.push(definition);
  }
  const [operation, second] = operations;
  if (!operation) throw new HouseError('BAD_OPERATION', 'The document has no operation of that name.');
  if (second) throw new HouseError('BAD_OPERATION', 'The document has several operations: say which by its name.');
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw new HouseError('BAD_OPERATION', 'Subscriptions are not served.');
  return { operation, fragments };
}
