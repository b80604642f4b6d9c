import { rememberIdentifiers } from '@thegither/identity';
import { audienceOf, type SpineId } from '@thegither/vocabulary';
import { sinceOf } from './changes/sinceOf.ts';
import type { Corridor } from './corridor.ts';
import { decideFor } from './decide.ts';
import type { Question } from './question.ts';
import { release, standUnseen } from './release.ts';
import { asksOnlyAboutTheSchema, describeSchema } from './schemaQuestion.ts';
import { shape, type Answer } from './shape.ts';
import { onlyRegistered } from './trustedDocuments.ts';

/**
 * One request's way through the house, from top to bottom. A decision stands before every fetch, and the record of
 * what is told is committed before it is told. Whatever throws on the way leaves nothing but a coded error.
 */
export async function answer(question: Question, shared: Corridor): Promise<Answer> {
  if (asksOnlyAboutTheSchema(question.document)) return describeSchema(question, shared);
  // The same people are named again and again on the way: each is translated once, and forgotten at its end.
  const corridor: Corridor = { ...shared, identifiers: rememberIdentifiers(shared.identifiers) };

  // identify
  const caller = await corridor.tracing.step('identify', () => corridor.verifyToken(question.authorization));

  onlyRegistered(corridor.trusted, question.authorization, question.hash);
  const rates = corridor.rates.of(caller);
  await rates.asked();

  // analyse
  const operation = corridor.tracing.step('analyse', () => corridor.execution.analyse(question.document, question.operationName, question.variables));
  if (operation.isNew) await rates.planned();

  // decide, before anything is fetched about somebody, and fetch
  const decisions = decideFor(question, operation, corridor);
  const decide = async (people: readonly SpineId[]): Promise<void> => {
    await rates.about(people);
    if (operation.kind === 'query') await corridor.turns.enter(question.request, caller, people);
    await decisions.decide(people);
  };
  // Somebody who asks about themselves need not name themselves: `me` has no argument.
  const self = caller.kind === 'person' ? corridor.identifiers.open('person', caller.person) : undefined;
  if (self) await decide([self]);
  const run = operation.start({
    variables: question.variables,
    identifiers: corridor.identifiers,
    clientAudience: audienceOf(caller),
    decisions: { decide, of: (person) => decisions.of(person) },
    words: () => decisions.words(),
    transport: async (fetch) => corridor.fetchSubgraph(fetch, await decisions.signedFor(fetch.subgraph, fetch.use)),
  });
  const released = await run.fetch().then(
    // release
    () => release(run, decisions, question, operation, corridor),
    (cause: unknown) => standUnseen(run, decisions, corridor, cause),
  );

  // shape
  return corridor.tracing.step('shape', () => {
    const since = question.since && operation.kind === 'query' ? sinceOf(run, decisions, { caller, purpose: question.purpose }, corridor) : undefined;
    return shape(run, decisions, released, corridor, since);
  });
}
