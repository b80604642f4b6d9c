import type { Standing } from '@thegither/consent';
import type { Ledger } from '@thegither/ledger';
import type { MutationResolvers } from '../generated/graphql.ts';
import { actOf } from './actOf.ts';
import { grantPayload } from './payload.ts';
import { mustStandAs } from './standsAs.ts';

/** The person themselves, or a worker who supports them now and does it for somebody without an account. Closing never opens anything. */
const MAY_CLOSE: readonly Standing[] = ['SELF', 'ASSIGNED'];

/** What closes. The ledger acknowledges it only when no answer released before it can still be written. */
export const closingActs = (ledger: Ledger): Pick<MutationResolvers, 'refuse' | 'withdrawGrant' | 'stopAll' | 'exclude'> => ({
  async refuse(_root, { input }, context) {
    await mustStandAs(MAY_CLOSE, ledger, context, input.person);
    return grantPayload(input.person, await ledger.refuse({ ...input, ...actOf(context, input) }));
  },
  async withdrawGrant(_root, { input }, context) {
    await mustStandAs(MAY_CLOSE, ledger, context, input.person);
    return grantPayload(input.person, await ledger.withdrawGrant({ ...input, ...actOf(context, input) }));
  },
  async stopAll(_root, { input }, context) {
    await mustStandAs(MAY_CLOSE, ledger, context, input.person);
    return grantPayload(input.person, await ledger.stopAll(actOf(context, input)));
  },
  async exclude(_root, { input }, context) {
    await mustStandAs(MAY_CLOSE, ledger, context, input.person);
    return grantPayload(input.person, await ledger.exclude({ ...input, ...actOf(context, input) }));
  },
});
