import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { HouseError } from '@thegither/vocabulary';
import type { Account } from './account.ts';

// Not the folder for temporary files: what is moved here has to be there after the machine starts again.
const SHARED = '/var/tmp';

/**
 * Where something goes that the server's account cannot reach in its own place (a checkout under /root, say): always
 * the same folder for the same place, so that it is found again.
 */
export const placeElsewhere = (place: string): string =>
  path.join(SHARED, `thegither-${createHash('sha256').update(path.resolve(place)).digest('hex').slice(0, 16)}`);

/**
 * Makes that folder, open to be passed through and to nothing else. Everybody may write in /var/tmp: one that somebody
 * else put there under this name is refused, since programs are run from it and records are kept in it.
 * @throws HouseError CONFIGURATION
 */
export function makeElsewhere(place: string, account: Account): string {
  const folder = placeElsewhere(place);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (found.uid !== process.getuid?.() && found.uid !== account.uid)) {
    throw new HouseError('CONFIGURATION', 'The folder that the database would be kept in under /var/tmp belongs to somebody else: remove it, or start as an ordinary user.');
  }
  chmodSync(folder, 0o711);
  return folder;
}
