import type { Standing } from '@thegither/consent';
import type { Ledger } from '@thegither/ledger';
import type { MutationResolvers } from '../generated/graphql.ts';
import { changing } from './changing.ts';

/** The person themselves, somebody who acts for them, or a worker who supports them now and does it for somebody without an account. Closing never opens anything. */
const MAY_CLOSE: readonly Standing[] = ['SELF', 'REPRESENTATIVE', 'ASSIGNED'];

/** What closes, and what may be said for the person likewise. The ledger acknowledges it only when no answer released before it can still be written. */
export function closingActs(ledger: Ledger): Pick<MutationResolvers, 'refuse' | 'pauseGrant' | 'withdrawGrant' | 'withdrawFrom' | 'renounceGrant' | 'stopAll' | 'exclude' | 'chooseContact'> {
  const change = changing(ledger);
  return {
    refuse: change(MAY_CLOSE, ledger.refuse),
    pauseGrant: change(MAY_CLOSE, ledger.pauseGrant),
    withdrawGrant: change(MAY_CLOSE, ledger.withdrawGrant),
    withdrawFrom: change(MAY_CLOSE, ledger.withdrawFrom),
    // Of whoever stands to the person at all, the ledger asks that the grant is to them, or to those whom they lead.
    renounceGrant: change(['ASSIGNED', 'TEAM'], ledger.renounceGrant),
    stopAll: change(MAY_CLOSE, ledger.stopAll),
    exclude: change(MAY_CLOSE, ledger.exclude),
    // By which way reminders reach the person is said by nobody who acts for them: they are for the person's own eyes.
    chooseContact: change(['SELF', 'ASSIGNED'], ledger.chooseContact),
  };
}
