import { HouseError } from '@thegither/vocabulary';
import type { IdentifierKeys } from './identifiers.ts';

const KEY = /^([1-9][0-9]{0,3})\.([A-Za-z0-9_-]{43})$/;

/**
 * Reads the identifier keys from a configuration value: `<version>.<base64url of 32 bytes>`, separated by commas. The
 * first one makes new ids, all are read. To rotate: add the new one at the end everywhere, then put it first everywhere,
 * then drop the old one when no id made with it is in use. Throws CONFIGURATION without repeating the value.
 */
export function importIdentifierKeys(text: string): IdentifierKeys {
  const keys: Record<number, Uint8Array> = {};
  const versions = text.split(',').map((part) => {
    const [, version, key] = KEY.exec(part.trim()) ?? [];
    if (!version || !key) throw new HouseError('CONFIGURATION', 'The identifier keys are not readable: <version>.<base64url of 32 bytes>, separated by commas.');
    if (keys[Number(version)]) throw new HouseError('CONFIGURATION', 'The identifier keys name a version twice.');
    keys[Number(version)] = Buffer.from(key, 'base64url');
    return Number(version);
  });
  return { current: versions[0]!, keys };
}
