import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { HouseError } from '@thegither/vocabulary';

/** Makes and reads the places in a list that a caller is given to come back with. */
export interface Cursors {
  /** A place, as opaque text that only the same owner can use. Twice the same place is two different texts. */
  seal(place: unknown, owner: readonly string[]): string;
  /** The place again. Throws INVALID_INPUT for a cursor that was altered, or made for another owner, list or key. */
  open(cursor: string, owner: readonly string[]): unknown;
}

const IV = 12, TAG = 16;

/**
 * A cursor holds a person's id and a date, so it is encrypted (AES-256-GCM) under a key that this service alone has,
 * and bound to its owner: the list, the caller and whoever the list is about. One that was carried to somebody else,
 * or changed in any bit, says nothing and opens nothing.
 * @see NIST SP 800-38D
 */
export function createCursors(key: Buffer): Cursors {
  return {
    seal(place, owner) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound(owner));
      return Buffer.concat([iv, cipher.update(JSON.stringify(place), 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
    },
    open(cursor, owner) {
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length < IV + TAG || bytes.toString('base64url') !== cursor) return refused();
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG }).setAAD(bound(owner)).setAuthTag(bytes.subarray(-TAG));
      try {
        return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(IV, -TAG)), decipher.final()]).toString('utf8'));
      } catch (cause) {
        return refused(cause);
      }
    },
  };
}

// As JSON, so that no two lists of names can run together into one text.
const bound = (owner: readonly string[]): Buffer => Buffer.from(JSON.stringify(owner), 'utf8');

function refused(cause?: unknown): never {
  throw new HouseError('INVALID_INPUT', 'The place to go on from is not one that you were given for this list.', { cause });
}
