import { HouseError } from '@thegither/vocabulary';
import { type GraphQLSchema, type OperationDefinitionNode, getVariableValues } from 'graphql';

/**
 * Reads the caller's variables by the types that the operation gives them, defaults filled in. Throws HouseError
 * BAD_VARIABLES; neither message nor cause repeats a value.
 */
export function coerceVariables(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Record<string, unknown>): Record<string, unknown> {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (!coerced) throw new HouseError('BAD_VARIABLES');
  return coerced;
}
