import type { PersonReference, SubgraphContext } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import { byReference } from './acts/payload.ts';

/** Ids at most in one question. */
const MOST = 200;

/** The person of that id when the decision knows them; nothing otherwise, whatever the ledger holds: unknown, unassigned and excluded are one answer. */
export const knownPerson = (id: string, { decision }: SubgraphContext): PersonReference | null => (decision.of(id) === undefined ? null : byReference(id));

/** Several people, each in the place of their id. Throws INVALID_INPUT for more than 200. */
export function knownPeople(ids: readonly string[], context: SubgraphContext): (PersonReference | null)[] {
  if (ids.length > MOST) throw new HouseError('INVALID_INPUT', `Ask about ${MOST} people at most.`);
  return ids.map((id) => knownPerson(id, context));
}

/** The signed-in person; nothing for a worker. */
export const me = (context: SubgraphContext): PersonReference | null =>
  context.decision.caller.kind === 'person' ? knownPerson(context.decision.caller.person, context) : null;
