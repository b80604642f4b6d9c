import { rememberIdentifiers, type Identifiers } from '@thegither/identity';
import { HouseError, type Caller, type PersonId, type SpineId } from '@thegither/vocabulary';

/** The identifier audience of the ledger. */
export const LEDGER = 'consent';

/** The people of one request: each opened once at most, and named once in each audience. Lives as long as the request. */
export interface Translation {
  /** The ledger's id of a person, as its rows have it: made with the current key. Throws BAD_REQUEST for an id that this house never made. */
  inLedger(id: PersonId): PersonId;
  /** The ids of people of the ledger in another audience, in their order. */
  inAudience(audience: string, inLedger: readonly string[]): readonly PersonId[];
  /** The caller as the ledger knows them. Throws UNAUTHENTICATED for a person whose id was not made here. */
  caller(caller: Caller): Caller;
}

/** Begins the translation of one request. Spine ids stay in here. */
export function translate(given: Identifiers): Translation {
  const identifiers = rememberIdentifiers(given);
  // Everybody whom the request named, by the ledger's id.
  const named = new Map<string, PersonId>();
  const take = (id: PersonId): PersonId => {
    named.set(id, id);
    return id;
  };
  const spineOf = (inLedger: string): SpineId => {
    const id = named.get(inLedger);
    const spine = id && identifiers.open(LEDGER, id);
    if (!spine) throw new HouseError('INTERNAL', 'somebody was decided about who was not asked for');
    return spine;
  };

  return {
    inLedger(id) {
      // An id of the current key is the ledger's already: opened and made again it would be the same text.
      if (identifiers.isCurrent(id)) return take(id);
      const spine = identifiers.open(LEDGER, id);
      if (!spine) throw new HouseError('BAD_REQUEST', 'The body names somebody by an id that was not made here.');
      return take(identifiers.issue(LEDGER, spine));
    },
    inAudience: (audience, inLedger) => identifiers.issueAll(audience, inLedger.map(spineOf)),
    caller(caller) {
      if (caller.kind === 'worker') return caller;
      const spine = identifiers.open('person', caller.person);
      if (!spine) throw new HouseError('UNAUTHENTICATED');
      return { kind: 'person', person: take(identifiers.issue(LEDGER, spine)) };
    },
  };
}
