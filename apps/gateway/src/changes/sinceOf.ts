import type { Run } from '@thegither/execution';
import { audienceOf, type Caller, type PersonId, type Purpose } from '@thegither/vocabulary';
import type { Corridor } from '../corridor.ts';
import type { Decisions } from '../decide.ts';

/** By person, as the caller knows them, what to bring to be told of what changed since this answer. */
export type SinceOf = Readonly<Record<PersonId, string>>;

/**
 * Written for everybody known who stands in the answer, of the decisions that it is shown by: whatever is decided otherwise
 * from then on differs. Nothing is asked for it, and nobody whom the caller does not know is in it.
 */
export function sinceOf(run: Run, decisions: Pick<Decisions, 'of'>, { caller, purpose }: { readonly caller: Caller; readonly purpose: Purpose | undefined }, { since, identifiers }: Pick<Corridor, 'since' | 'identifiers'>): SinceOf {
  const audience = audienceOf(caller);
  return Object.fromEntries(run.touched().flatMap(({ person }) => {
    const decided = decisions.of(person);
    return decided?.known ? [[identifiers.issue(audience, person), since.write({ caller, purpose, person }, decided.fingerprint)]] : [];
  }));
}
