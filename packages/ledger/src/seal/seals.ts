import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { fromHex, toHex, type Mask } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';

/** The master keys of the record of disclosures: 32 random bytes for each key version from 1 to 255. */
export interface SealKeys {
  /** The version that is sealed with. */
  readonly current: number;
  /** Every version that is still opened. */
  readonly keys: Readonly<Record<number, Uint8Array>>;
}

/** The very disclosure that a seal is for: it opens in no other row. */
export interface SealedTo {
  readonly id: string;
  readonly person: string;
  /** A UUID, in either case. */
  readonly request: string;
  readonly attempt: number;
}

/** What a disclosure says was asked and told; what was asked and not told was withheld. */
export interface DisclosedMasks {
  readonly asked: Mask;
  readonly released: Mask;
  /** What of `released` was open from the agency's own rows alone. */
  readonly releasedOwn: Mask;
}

/** Seals and opens what disclosures say, so that whoever has the database alone does not read there of what somebody is spoken about. */
export interface Seals {
  /** Of the same length whatever is in it, and twice the same masks are two different seals. */
  seal(to: SealedTo, masks: DisclosedMasks): Buffer;
  /** Throws INTERNAL for a seal that was changed, is another disclosure's or of a key that is not here: it never says "nothing". */
  open(to: SealedTo, sealed: Buffer): DisclosedMasks;
}

const CIPHER = 'aes-256-gcm', VERSION = 1, NONCE = 12, MASK = 8, MASKS = 3 * MASK, TAG = 16;

/** Bytes of every seal: key version, nonce, three masks, tag. */
export const SEAL_BYTES = VERSION + NONCE + MASKS + TAG;

/**
 * Makes the seals of the record: AES-256-GCM, under a key of each person's own that is derived from the master key
 * (HKDF-SHA-256), with a nonce by chance. Refuses keys of a wrong length and a current version without a key
 * (CONFIGURATION).
 *
 * @see NIST SP 800-38D, RFC 5869
 */
export function createSeals({ current, keys }: SealKeys): Seals {
  const versions = new Map(Object.entries(keys).map(([version, key]) => [Number(version), masterUnder(Number(version), key)]));
  const sealing = versions.get(current);
  if (!sealing) throw new HouseError('CONFIGURATION', 'The current version of the seal keys has no key.');
  return {
    seal(to, { asked, released, releasedOwn }) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, keyOf(to.person, sealing), nonce, { authTagLength: TAG }).setAAD(bound(to));
      const masks = Buffer.from(toHex(asked) + toHex(released) + toHex(releasedOwn), 'hex');
      return Buffer.concat([Buffer.of(current), nonce, cipher.update(masks), cipher.final(), cipher.getAuthTag()]);
    },
    open(to, sealed) {
      const master = versions.get(sealed[0] ?? 0);
      if (!master || sealed.length !== SEAL_BYTES) return refused();
      const nonce = sealed.subarray(VERSION, VERSION + NONCE), masks = sealed.subarray(VERSION + NONCE, -TAG);
      const decipher = createDecipheriv(CIPHER, keyOf(to.person, master), nonce, { authTagLength: TAG }).setAAD(bound(to)).setAuthTag(sealed.subarray(-TAG));
      try {
        return masksIn(Buffer.concat([decipher.update(masks), decipher.final()]));
      } catch (cause) {
        return refused(cause);
      }
    },
  };
}

function masterUnder(version: number, key: Uint8Array): KeyObject {
  if (!Number.isInteger(version) || version < 1 || version > 255) throw new HouseError('CONFIGURATION', 'A version of the seal keys is not a number from 1 to 255.');
  if (key.length !== 32) throw new HouseError('CONFIGURATION', 'A seal key is not 32 bytes long.');
  // The first half of HKDF, which is the same for everybody: a release makes a key for each of up to 200 people while it holds their locks.
  return createSecretKey(createHmac('sha256', Buffer.alloc(32)).update(key).digest());
}

/** The second half of HKDF, for one block of output. */
const keyOf = (person: string, master: KeyObject): Buffer => createHmac('sha256', master).update(`thegither disclosure ${person}\u0001`, 'utf8').digest();

// As JSON, so that no two rows run together into one text. The database writes a UUID in small letters, however it was given.
const bound = ({ id, person, request, attempt }: SealedTo): Buffer => Buffer.from(JSON.stringify([id.toLowerCase(), person, request.toLowerCase(), attempt]), 'utf8');

const maskAt = (bytes: Buffer, place: number): Mask => fromHex(bytes.toString('hex', place * MASK, (place + 1) * MASK)) ?? refused();

const masksIn = (bytes: Buffer): DisclosedMasks => ({ asked: maskAt(bytes, 0), released: maskAt(bytes, 1), releasedOwn: maskAt(bytes, 2) });

function refused(cause?: unknown): never {
  throw new HouseError('INTERNAL', 'what a disclosure in the ledger says cannot be opened', { cause });
}
