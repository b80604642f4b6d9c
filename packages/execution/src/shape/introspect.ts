import { HouseError } from '@thegither/vocabulary';
import {
  type FieldNode, type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode, executeSync, visit,
} from 'graphql';

/** Answers what an operation asks about the schema. */
export type Introspect = (inputs: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Compiles the introspection fields of an operation; an answer that no variable changes is made once. */
export function createIntrospect(
  schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, fields: readonly FieldNode[],
): Introspect {
  const used = variablesOf([...fields, ...fragments.values()]);
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  const document = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, variableDefinitions, selectionSet: { kind: Kind.SELECTION_SET, selections: fields } }, ...fragments.values()],
  } as const;
  let known: Readonly<Record<string, unknown>> | undefined;
  return (inputs) => {
    if (known) return known;
    const { data, errors } = executeSync({ schema, document, variableValues: inputs });
    if (!data || errors) throw new HouseError('BAD_OPERATION', undefined, { cause: errors?.[0] });
    if (!used.size) known = data;
    return data;
  };
}

function variablesOf(nodes: readonly (FieldNode | FragmentDefinitionNode)[]): Set<string> {
  const used = new Set<string>();
  for (const node of nodes) visit(node, { Variable: ({ name }) => void used.add(name.value) });
  return used;
}
