import { Kind, execute, type DocumentNode } from 'graphql';
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
    (definition.kind === Kind.OPERATION_DEFINITION &&
      definition.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'))));

/** Answers a question about the schema: no subgraph, no decision, nobody's data. */
export async function describeSchema(question: Question, { execution }: Corridor): Promise<Answer> {
  const result = await execute({
    schema: execution.schema, document: question.document, operationName: question.operationName, variableValues: question.variables,
  });
  return { data: result.data ?? null, errors: (result.errors ?? []).map((error) => error.toJSON()) };
}
