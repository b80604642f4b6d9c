import type { Act } from '@thegither/ledger';
import type { SubgraphContext } from '@thegither/subgraph';

/** Who does it: the caller of the signed decision, never a field of the input. */
export function actOf({ decision: { caller } }: SubgraphContext, { key, person }: { readonly key: string; readonly person: string }): Act {
  return { key, person, actor: caller.kind === 'worker' ? { kind: 'worker', id: caller.worker } : { kind: 'person', id: caller.person } };
}
