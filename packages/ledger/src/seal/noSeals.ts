import { HouseError } from '@thegither/vocabulary';
import type { Seals } from './seals.ts';

/** For whoever uses the ledger without telling anybody anything and without reading who was told: the key is not theirs to hold. Sealing and opening throw CONFIGURATION. */
export const NO_SEALS: Seals = { seal: refused, open: refused };

function refused(): never {
  throw new HouseError('CONFIGURATION', 'The ledger was opened without the keys of its record.');
}
