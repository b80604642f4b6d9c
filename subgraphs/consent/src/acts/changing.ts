import type { Standing } from '@thegither/consent';
import type { Act, Done, Ledger } from '@thegither/ledger';
import type { SubgraphContext } from '@thegither/subgraph';
import { actOf } from './actOf.ts';
import { payloadOf } from './payload.ts';
import { mustStandAs, type Stands } from './standsAs.ts';

/** What every input of a change says. */
interface Wish {
  readonly key: string;
  readonly person: string;
}

/**
 * Makes the resolver of one change: whoever stands to the person as `allowed` says may do it, and the caller of the
 * decision is who did. `check` refuses more.
 */
type Change = <Input extends Wish>(
  allowed: readonly Standing[], change: (input: NoInfer<Input> & Act) => Promise<Done>, check?: (input: NoInfer<Input>, stands: Stands) => unknown,
) => (root: unknown, args: { readonly input: Input }, context: SubgraphContext) => Promise<ReturnType<typeof payloadOf>>;

/** Makes resolvers of changes to this ledger. */
export function changing(ledger: Ledger): Change {
  return (allowed, change, check) => async (_root, { input }, context) => {
    const stands = await mustStandAs(allowed, ledger, context, input.person);
    await check?.(input, stands);
    return payloadOf(input.person, await change({ ...input, ...actOf(context, input) }));
  };
}
