import {
  type DocumentNode, Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode, parse, print, stripIgnoredCharacters, visit,
} from 'graphql';
import { HouseError } from '@thegither/vocabulary';

/** The text of one question to a subgraph, and what of the variables it uses. */
export interface FetchText {
  readonly query: string;
  readonly used: readonly string[];
  readonly asked: SelectionSetNode;
}

/** The one operation of a fetch of the plan. */
export function operationOf(text: string): OperationDefinitionNode {
  const operation = parse(text, { noLocation: true }).definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new HouseError('CONFIGURATION', 'A fetch of the plan has no operation.');
  return operation;
}

/** Writes the operation with these selections in place of its own, and without the variables that they do not use. */
export function fetchText(operation: OperationDefinitionNode, selections: readonly SelectionNode[]): FetchText {
  const asked: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  const used = new Set<string>();
  visit(asked, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions, selectionSet: asked }] };
  return { query: stripIgnoredCharacters(print(document)), used: [...used], asked };
}
