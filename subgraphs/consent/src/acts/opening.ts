import type { Ledger } from '@thegither/ledger';
import { HouseError } from '@thegither/vocabulary';
import type { MutationResolvers } from '../generated/graphql.ts';
import { actOf } from './actOf.ts';
import { grantPayload } from './payload.ts';
import { mustStandAs } from './standsAs.ts';

/** What opens, and to be linked with a household or not: by the person about themselves, and by nobody else. */
export const openingActs = (ledger: Ledger): Pick<MutationResolvers, 'giveGrant' | 'resumeSharing' | 'joinHousehold' | 'leaveHousehold'> => ({
  async giveGrant(_root, { input }, context) {
    await mustStandAs(['SELF'], ledger, context, input.person);
    // The rule of the house opens this purpose to a named worker alone, so an agreement with more would only look like one.
    if (input.purpose === 'TELL_EMPLOYER' && !input.recipient.worker) throw new HouseError('INVALID_INPUT', 'Telling an employer is agreed with one named worker.');
    return grantPayload(input.person, await ledger.giveGrant({ ...input, ...actOf(context, input) }));
  },
  async resumeSharing(_root, { input }, context) {
    await mustStandAs(['SELF'], ledger, context, input.person);
    return grantPayload(input.person, await ledger.resumeSharing(actOf(context, input)));
  },
  async joinHousehold(_root, { input }, context) {
    await mustStandAs(['SELF'], ledger, context, input.person);
    return grantPayload(input.person, await ledger.joinHousehold({ ...input, ...actOf(context, input) }));
  },
  async leaveHousehold(_root, { input }, context) {
    await mustStandAs(['SELF'], ledger, context, input.person);
    return grantPayload(input.person, await ledger.leaveHousehold(actOf(context, input)));
  },
});
