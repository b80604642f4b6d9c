import type { Recipient } from '@thegither/consent';
import type { Ledger } from '@thegither/ledger';
import type { SubgraphContext } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import { callerOf } from './callerOf.ts';
import type { OwnRecipient } from './generated/graphql.ts';
import { recipientOf } from './mySharing.ts';

/**
 * For whom the worker may ask somebody to share, nearest first: themselves, their team if they have one, their agency. By
 * the ledger's account of them, and about nobody who is supported.
 */
export async function readRecipients(ledger: Ledger, { decision }: SubgraphContext): Promise<OwnRecipient[]> {
  const { asker } = await ledger.decide(callerOf(decision.caller), undefined, []);
  if (asker.kind !== 'worker') throw new HouseError('FORBIDDEN');
  const { worker, team, agency } = asker.worker;
  const places: readonly Recipient[] = [{ kind: 'worker', worker }, ...(team === null ? [] : [{ kind: 'team', team } as const]), { kind: 'agency', agency }];
  const called = await ledger.readNames(places);
  return places.map((place, index) => {
    const { agency: ofAgency, team: ofTeam, worker: ofWorker } = recipientOf(place);
    return { agency: ofAgency ?? null, team: ofTeam ?? null, worker: ofWorker ?? null, name: called[index]?.name ?? null, within: called[index]?.within ?? null };
  });
}
