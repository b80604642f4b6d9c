import type { Actor, Ledger } from '@thegither/ledger';
import type { SubgraphContext } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import type { MutationResolvers } from '../generated/graphql.ts';

/**
 * What a lead does for their agency: they answer notices that sharing ended, and change accounts. Nobody who is supported
 * is named, and nobody need be known: the ledger asks what the caller's account leads now.
 */
export function answeringActs(ledger: Ledger): Pick<MutationResolvers, 'acknowledgeEnding' | 'attestErasure' | 'changeAccount'> {
  return {
    acknowledgeEnding: async (_root, { input }, context) => answered(input.ending, await ledger.acknowledgeEnding({ ...input, actor: leadIn(context) })),
    attestErasure: async (_root, { input }, context) => answered(input.ending, await ledger.attestErasure({ ...input, actor: leadIn(context) })),
    changeAccount: async (_root, { input }, context) => {
      const { worker, change, at } = await ledger.changeAccount({ ...input, actor: leadIn(context) });
      return { person: null, worker, eventId: change, at: new Date(at) };
    },
  };
}

const answered = (ending: string, { eventId, at }: { readonly eventId: string; readonly at: number }) => ({ person: null, ending, eventId, at: new Date(at) });

function leadIn({ decision: { caller } }: SubgraphContext): Actor {
  if (caller.kind !== 'worker') throw new HouseError('FORBIDDEN');
  return { kind: 'worker', id: caller.worker };
}
