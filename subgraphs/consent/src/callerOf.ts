import { HouseError, parsePersonId, type Caller, type ClaimedCaller } from '@thegither/vocabulary';

/**
 * Who asks, as the ledger knows them: from the signed decision and from nowhere else. Throws DECISION_REFUSED for a
 * person whose id cannot be one.
 */
export function callerOf(claimed: ClaimedCaller): Caller {
  if (claimed.kind === 'worker') return { kind: 'worker', worker: claimed.worker, agency: claimed.agency };
  const person = parsePersonId(claimed.person);
  if (person === undefined) throw new HouseError('DECISION_REFUSED');
  return { kind: 'person', person };
}

/** The caller as text in order: what a cursor of theirs is bound to. */
export const ownerOf = (claimed: ClaimedCaller): readonly string[] =>
  claimed.kind === 'worker' ? ['worker', claimed.agency, claimed.worker] : ['person', claimed.person];
