import { createSeals, importSealKeys, type Seals } from '@thegither/ledger';
import type { Environment } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import { dataFolderAt } from './dataFolder.ts';
import { keepKeys } from './houseKeys.ts';

/** What opens the record of a ledger: the laptop's own keys for its own, LEDGER_SEAL_KEYS for another. Throws CONFIGURATION without them. */
export function sealsOf(env: Environment, isOurs: boolean): Seals {
  if (isOurs) return createSeals(keepKeys(dataFolderAt(env).keys).seals);
  if (!env.LEDGER_SEAL_KEYS) throw new HouseError('CONFIGURATION', 'Missing in the environment: LEDGER_SEAL_KEYS, with which the record of that ledger is sealed.');
  return createSeals(importSealKeys(env.LEDGER_SEAL_KEYS));
}
