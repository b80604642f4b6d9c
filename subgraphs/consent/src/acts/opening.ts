import type { Standing } from '@thegither/consent';
import type { Ledger } from '@thegither/ledger';
import { HouseError } from '@thegither/vocabulary';
import type { MutationResolvers } from '../generated/graphql.ts';
import { changing } from './changing.ts';

type Opening = 'giveGrant' | 'confirmGrant' | 'invalidateGrant' | 'resumeGrant' | 'renewGrant' | 'resumeSharing' | 'endExclusion' | 'joinHousehold' | 'leaveHousehold';

/** The person, or somebody who acts for them: for what, the ledger asks. */
const MAY_AGREE: readonly Standing[] = ['SELF', 'REPRESENTATIVE'];

/** What opens, and what is the person's own to say of it: never by a worker. */
export function openingActs(ledger: Ledger): Pick<MutationResolvers, Opening> {
  const change = changing(ledger);
  return {
    giveGrant: change(MAY_AGREE, ledger.giveGrant, (input) => {
      // The rule of the house opens this purpose to a named worker alone, so an agreement with more would only look like one.
      if (input.purpose === 'TELL_EMPLOYER' && !input.recipient.worker) throw new HouseError('INVALID_INPUT', 'Telling an employer is agreed with one named worker.');
    }),
    confirmGrant: change(MAY_AGREE, ledger.confirmGrant),
    invalidateGrant: change(['SELF'], ledger.invalidateGrant),
    resumeGrant: change(MAY_AGREE, ledger.resumeGrant),
    renewGrant: change(MAY_AGREE, ledger.renewGrant),
    resumeSharing: change(MAY_AGREE, ledger.resumeSharing),
    endExclusion: change(['SELF'], ledger.endExclusion),
    joinHousehold: change(['SELF'], ledger.joinHousehold),
    leaveHousehold: change(['SELF'], ledger.leaveHousehold),
  };
}
