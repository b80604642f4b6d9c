import type { Ledger } from '@thegither/ledger';
import { HouseError } from '@thegither/vocabulary';
import type { MutationResolvers } from '../generated/graphql.ts';
import { changing } from './changing.ts';

type Opening = 'giveGrant' | 'confirmGrant' | 'invalidateGrant' | 'resumeGrant' | 'renewGrant' | 'resumeSharing' | 'endExclusion' | 'joinHousehold' | 'leaveHousehold';

/** What opens, and what is the person's own to say of it: by the person about themselves, and by nobody else. */
export function openingActs(ledger: Ledger): Pick<MutationResolvers, Opening> {
  const change = changing(ledger);
  return {
    giveGrant: change(['SELF'], ledger.giveGrant, (input) => {
      // The rule of the house opens this purpose to a named worker alone, so an agreement with more would only look like one.
      if (input.purpose === 'TELL_EMPLOYER' && !input.recipient.worker) throw new HouseError('INVALID_INPUT', 'Telling an employer is agreed with one named worker.');
    }),
    confirmGrant: change(['SELF'], ledger.confirmGrant),
    invalidateGrant: change(['SELF'], ledger.invalidateGrant),
    resumeGrant: change(['SELF'], ledger.resumeGrant),
    renewGrant: change(['SELF'], ledger.renewGrant),
    resumeSharing: change(['SELF'], ledger.resumeSharing),
    endExclusion: change(['SELF'], ledger.endExclusion),
    joinHousehold: change(['SELF'], ledger.joinHousehold),
    leaveHousehold: change(['SELF'], ledger.leaveHousehold),
  };
}
