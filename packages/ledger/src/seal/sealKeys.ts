import { HouseError } from '@thegither/vocabulary';
import type { SealKeys } from './seals.ts';

const KEY = /^([1-9][0-9]{0,2})\.([A-Za-z0-9_-]{43})$/;

/**
 * Reads the seal keys from a configuration value: `<version>.<base64url of 32 bytes>`, separated by commas. The first
 * one seals, all of them open. To rotate: add the new one at the end everywhere, then put it first everywhere. The old
 * one stays for as long as a disclosure that it sealed is kept. Throws CONFIGURATION without repeating the value.
 */
export function importSealKeys(text: string): SealKeys {
  const keys: Record<number, Uint8Array> = {};
  const versions = text.split(',').map((part) => {
    const [, version, key] = KEY.exec(part.trim()) ?? [];
    if (!version || !key) throw new HouseError('CONFIGURATION', 'The seal keys are not readable: <version>.<base64url of 32 bytes>, separated by commas.');
    if (keys[Number(version)]) throw new HouseError('CONFIGURATION', 'The seal keys name a version twice.');
    keys[Number(version)] = Buffer.from(key, 'base64url');
    return Number(version);
  });
  return { current: versions[0]!, keys };
}
