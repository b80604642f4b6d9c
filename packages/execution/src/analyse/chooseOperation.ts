import { HouseError } from '@thegither/vocabulary';
import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, OperationTypeNode, visit } from 'graphql';

/** The operation to run and the fragments that it spreads, itself or through others: a document may hold more. */
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
  return { operation, fragments: spreadBy(operation, fragments) };
}

/** The fragments of other operations have no part in this one: their variables are not its own. */
function spreadBy(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): Map<string, FragmentDefinitionNode> {
  const spread = new Map<string, FragmentDefinitionNode>();
  const enter = (definition: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(definition, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || spread.has(name.value)) return;
        spread.set(name.value, fragment);
        enter(fragment);
      },
    });
  };
  enter(operation);
  return spread;
}
