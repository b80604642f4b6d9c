import { ceilingFor, covers, maskOf } from '@thegither/consent';
import type { Ledger } from '@thegither/ledger';
import { HouseError, categoryNamed, parsePurpose } from '@thegither/vocabulary';
import type { AskForSharingInput, MutationResolvers } from '../generated/graphql.ts';
import { changing } from './changing.ts';
import type { Stands } from './standsAs.ts';

/** What a worker asks for or writes down, and what the person says to it. To say yes is `giveGrant`. */
export function askingActs(ledger: Ledger): Pick<MutationResolvers, 'askForSharing' | 'putOffRequest' | 'refuseRequest' | 'cancelRequest' | 'recordGrant'> {
  const change = changing(ledger);
  return {
    recordGrant: change(['ASSIGNED'], ledger.recordGrant),
    askForSharing: change(['ASSIGNED'], ledger.askForSharing, mayEverReceive),
    putOffRequest: change(['SELF'], ledger.putOffRequest),
    refuseRequest: change(['SELF', 'REPRESENTATIVE'], ledger.refuseRequest),
    cancelRequest: change(['ASSIGNED'], ledger.cancelRequest),
  };
}

/** Nobody is asked for what their yes would not open: by role, purpose and agreements, which are the same whoever the person is. */
function mayEverReceive({ purpose, categories }: AskForSharingInput, { asker }: Stands): void {
  // What is no category, or none that anybody agrees to, the ledger refuses in its own words.
  const wanted = maskOf(...categories.filter((name) => categoryNamed(name)?.byGrant));
  if (!covers(ceilingFor({ asker, purpose: parsePurpose(purpose) }).open, wanted)) {
    throw new HouseError('INVALID_INPUT', 'Your role, this purpose or the agreements between agencies never open one of these categories.');
  }
}
