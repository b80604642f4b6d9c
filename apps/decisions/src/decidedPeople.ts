import { toHex } from '@thegither/consent';
import type { Decisions } from '@thegither/ledger';
import type { DecidedPerson } from '@thegither/vocabulary';
import { LEDGER, type Translation } from './translation.ts';

/** What the gateway may know about each person; in the ledger's ids. */
export function decidedPeople({ people }: Decisions, translation: Translation): DecidedPerson[] {
  const ids = translation.inAudience(LEDGER, people.map(({ person }) => person));
  return people.map(({ known, addressable, fingerprint, decision: { granted, own } }, index) =>
    ({ id: ids[index]!, known, addressable, granted: toHex(granted), own: toHex(own), fingerprint }));
}
