import type { Ledger } from '@thegither/ledger';
import type { MutationResolvers } from '../generated/graphql.ts';
import { changing } from './changing.ts';

type Overseeing = 'challengeLook' | 'closeChallenge' | 'proposeSuppression' | 'approveSuppression' | 'endSuppression';

/** What a person asks about who looked, and what whoever checks does about it. */
export function overseeingActs(ledger: Ledger): Pick<MutationResolvers, Overseeing> {
  const change = changing(ledger);
  return {
    challengeLook: change(['SELF'], ledger.challengeLook),
    closeChallenge: change(['OVERSIGHT'], ledger.closeChallenge),
    proposeSuppression: change(['OVERSIGHT'], ledger.proposeSuppression),
    approveSuppression: change(['OVERSIGHT'], ledger.approveSuppression),
    endSuppression: change(['OVERSIGHT'], ledger.endSuppression),
  };
}
