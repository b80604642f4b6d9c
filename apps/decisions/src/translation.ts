import type { Identifiers } from '@thegither/identity';
import { HouseError, type Caller, type PersonId, type SpineId } from '@thegither/vocabulary';

/** The identifier audience of the ledger. */
export const LEDGER = 'consent';

/** The people of one request: each opened once, and named once in each audience. Lives as long as the request. */
export interface Translation {
  /** The ledger's id of a person, as its rows have it: made with the current key. Throws BAD_REQUEST for an id that this house never made. */
  inLedger(id: PersonId): PersonId;
  /** The id of a person of the ledger in another audience. */
  inAudience(audience: string, inLedger: string): PersonId;
  /** The caller as the ledger knows them. Throws UNAUTHENTICATED for a person whose id was not made here. */
  caller(caller: Caller): Caller;
}

/** Begins the translation of one request. Spine ids stay in here. */
export function translate(identifiers: Identifiers): Translation {
  const spines = new Map<string, SpineId>();
  const named = new Map<string, Map<string, PersonId>>();

  const issue = (spine: SpineId): PersonId => {
    const id = identifiers.issue(LEDGER, spine);
    spines.set(id, spine);
    return id;
  };
  const namesIn = (audience: string): Map<string, PersonId> => {
    const names = named.get(audience) ?? new Map<string, PersonId>();
    named.set(audience, names);
    return names;
  };

  return {
    inLedger(id) {
      const spine = identifiers.open(LEDGER, id);
      if (!spine) throw new HouseError('BAD_REQUEST', 'The body names somebody by an id that was not made here.');
      return issue(spine);
    },
    inAudience(audience, inLedger) {
      const names = namesIn(audience);
      const known = names.get(inLedger);
      if (known) return known;
      const spine = spines.get(inLedger);
      if (!spine) throw new HouseError('INTERNAL', 'somebody was decided about who was not asked for');
      const name = identifiers.issue(audience, spine);
      names.set(inLedger, name);
      return name;
    },
    caller(caller) {
      if (caller.kind === 'worker') return caller;
      const spine = identifiers.open('person', caller.person);
      if (!spine) throw new HouseError('UNAUTHENTICATED');
      return { kind: 'person', person: issue(spine) };
    },
  };
}
