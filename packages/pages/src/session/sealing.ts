import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { HouseError } from '@thegither/vocabulary';
import type { Session } from './session.ts';

/** Encrypts sessions for the row in which they are kept, and opens them again. */
export interface Sealing {
  readonly seal: (key: string, session: Session) => Buffer;
  /** Undefined for what was made with a key that is not here, for another row, or altered: nobody is signed in by it. */
  readonly open: (key: string, sealed: Buffer) => Session | undefined;
}

const NONCE = 12, TAG = 16;
const WRITTEN = /^([1-9]\d{0,2})\.([A-Za-z0-9_-]{43})$/;

/**
 * AES-256-GCM under keys out of `<version>.<base64url of 32 bytes>`, separated by commas: the first one seals, each opens
 * what it sealed. A sealed session begins with its key's version and a nonce.
 * @throws HouseError CONFIGURATION for what is no such list
 * @see NIST SP 800-38D
 */
export function sealingWith(written: string): Sealing {
  const keys = new Map<number, Buffer>();
  for (const one of written.split(',')) {
    const [, version, key] = WRITTEN.exec(one.trim()) ?? [];
    const bytes = Buffer.from(key ?? '', 'base64url');
    if (version === undefined || bytes.length !== 32 || Number(version) > 255 || keys.has(Number(version))) throw new HouseError('CONFIGURATION', 'SESSION_KEYS is a list of <version>.<base64url of 32 bytes>, with commas between.');
    keys.set(Number(version), bytes);
  }
  const [[current, secret]] = [...keys] as [[number, Buffer]];
  return {
    seal(key, session) {
      const nonce = randomBytes(NONCE), cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(key));
      const text = Buffer.concat([cipher.update(JSON.stringify(session), 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(current), nonce, cipher.getAuthTag(), text]);
    },
    open(key, sealed) {
      const secretOf = keys.get(sealed[0] ?? 0);
      if (!secretOf) return undefined;
      const [nonce, tag, text] = [sealed.subarray(1, 1 + NONCE), sealed.subarray(1 + NONCE, 1 + NONCE + TAG), sealed.subarray(1 + NONCE + TAG)];
      try {
        const decipher = createDecipheriv('aes-256-gcm', secretOf, nonce, { authTagLength: TAG }).setAAD(Buffer.from(key)).setAuthTag(tag);
        return JSON.parse(Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')) as Session;
      } catch {
        return undefined; // Its reader signs in again.
      }
    },
  };
}
