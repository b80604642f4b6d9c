import { HouseError } from '@thegither/vocabulary';
import { Kind, OperationTypeNode, execute, type DocumentNode } from 'graphql';
import type { Corridor } from './corridor.ts';
import type { Question } from './question.ts';
import type { Answer } from './shape.ts';

/**
 * Is this only a question about the schema itself? Names are not personal, so it needs no token. Written so that
 * anything else, a fragment at the root included, is a question about data.
 */
export const asksOnlyAboutTheSchema = (document: DocumentNode): boolean =>
  document.definitions.every((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ||
    (definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.QUERY &&
      definition.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'))));

/**
 * Answers a question about the schema: no subgraph, no decision, nobody's data. What was answered before is not worked
 * out again, as nobody says who asks. Throws BAD_VARIABLES, and RATE_LIMITED when too much that is new is asked.
 */
export async function describeSchema(question: Question, corridor: Corridor): Promise<Answer> {
  const key = JSON.stringify([question.hash, question.operationName, question.variables]);
  const known = corridor.described.get(key);
  if (known) return apart(known);
  await corridor.rates.schema();
  const described = await describe(question, corridor);
  corridor.described.set(key, described, key.length + JSON.stringify(described).length);
  return apart(described);
}

/** Whoever writes an answer empties it (`writeAnswer`): what is kept is not theirs to empty. */
const apart = (kept: Answer): Answer => ({ ...kept, data: kept.data && { ...kept.data } });

async function describe(question: Question, { execution }: Corridor): Promise<Answer> {
  const result = await execute({
    schema: execution.schema, document: question.document, operationName: question.operationName, variableValues: question.variables,
  });
  // The document was validated and its operation found: only the variables can keep it from being begun.
  if (result.data === undefined) throw new HouseError('BAD_VARIABLES');
  return { data: result.data, errors: (result.errors ?? []).map((error) => error.toJSON()) };
}
