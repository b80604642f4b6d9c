import { namesIn } from '@thegither/consent';
import type { Ledger, Sharing } from '@thegither/ledger';
import type { SubgraphContext } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import { callerOf } from './callerOf.ts';
import type { Authority, Representing } from './generated/graphql.ts';

/** The signed-in person, by the decision. Throws FORBIDDEN for a worker. */
export function themselvesIn({ decision }: SubgraphContext): string {
  const caller = callerOf(decision.caller);
  if (caller.kind !== 'person') throw new HouseError('FORBIDDEN');
  return caller.person;
}

/** For whom the signed-in person acts now. Ids alone: who it is, is read about each of them. */
export async function readRepresenting(ledger: Ledger, context: SubgraphContext): Promise<Representing[]> {
  return (await ledger.readRepresented(themselvesIn(context))).map(({ person, authority: { id, kind, powers, categories, to } }) => ({
    authority: id, person, kind, powers: [...powers], categories: namesIn(categories), until: to === null ? null : new Date(to),
  }));
}

/** Who acts for the person, as they read it. The representative's own id is no answer. */
export const authoritiesIn = ({ authorities }: Sharing): Authority[] => authorities.map(({ id, kind, powers, categories, from, to, state }) => ({
  id, kind, powers: [...powers], categories: namesIn(categories), from: new Date(from), to: to === null ? null : new Date(to), state,
}));
