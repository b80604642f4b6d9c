import type { Asker, Standing } from '@thegither/consent';
import type { Ledger } from '@thegither/ledger';
import type { SubgraphContext } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import { callerOf } from '../callerOf.ts';

/** What the caller is to the person now, and the caller's account as the ledger knows it. */
export interface Stands {
  readonly standing: Standing;
  readonly asker: Asker;
}

/**
 * What the caller is to the person, asked of the ledger at the moment of the act. The decision that came along has to
 * name the person too. Throws UNKNOWN_PERSON when either does not: the same for somebody unknown, unassigned or
 * excluded. Throws FORBIDDEN for a standing that may not do this. Who acts for themselves is known without the ledger:
 * a stop of theirs waits for no question more than it must.
 */
export async function mustStandAs(allowed: readonly Standing[], ledger: Ledger, context: SubgraphContext, person: string): Promise<Stands> {
  const { caller, purpose } = context.decision;
  if (context.decision.of(person) === undefined) throw new HouseError('UNKNOWN_PERSON');
  const who = callerOf(caller);
  if (who.kind === 'person' && who.person === person && allowed.includes('SELF')) return { standing: 'SELF', asker: who };
  const { asker, people } = await ledger.decide(who, purpose ?? undefined, [person]);
  const standing = people[0]?.decision.standing ?? 'NONE';
  if (!allowed.includes(standing)) throw new HouseError(standing === 'NONE' || standing === 'STRANGER' ? 'UNKNOWN_PERSON' : 'FORBIDDEN');
  return { standing, asker };
}
