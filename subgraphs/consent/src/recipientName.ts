import type { Recipient } from '@thegither/consent';
import type { Called, Ledger } from '@thegither/ledger';
import { perRequest, type SubgraphContext } from '@thegither/subgraph';
import DataLoader from 'dataloader';
import type { Recipient as Named } from './generated/graphql.ts';

/** What `recipientOf` made, as the ledger has it. */
function recipientIn({ agency, team, worker }: Named): Recipient {
  if (agency) return { kind: 'agency', agency };
  return team ? { kind: 'team', team } : { kind: 'worker', worker: worker ?? '' };
}

/** Reads what recipients are called: once for a request, however many there are. One that is not there any more is called by nothing. */
export function recipientNames(ledger: Ledger): (recipient: Named, context: SubgraphContext) => Promise<Called | null> {
  const loader = perRequest(() => new DataLoader<Recipient, Called | null, string>(
    async (recipients) => (await ledger.readNames(recipients)).map((called) => called ?? null), { cacheKeyFn: (recipient) => JSON.stringify(recipient) }));
  return (recipient, context) => loader(context).load(recipientIn(recipient));
}
