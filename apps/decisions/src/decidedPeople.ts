import { toHex } from '@thegither/consent';
import type { Decisions } from '@thegither/ledger';
import type { DecidedPerson } from '@thegither/vocabulary';
import { LEDGER, type Translation } from './translation.ts';

/** What the gateway may know about each person; in the ledger's ids. */
export const decidedPeople = ({ people }: Decisions, translation: Translation): DecidedPerson[] =>
  people.map(({ person, known, addressable, fingerprint, decision: { granted, own } }) =>
    ({ id: translation.inAudience(LEDGER, person), known, addressable, granted: toHex(granted), own: toHex(own), fingerprint }));
