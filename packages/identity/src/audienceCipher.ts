import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject } from 'node:crypto';

/** Bytes of a spine id, and of the one AES block that a person id is. */
export const BLOCK = 16;

/** Turns one block into another and back, for one audience under one key version. */
export interface AudienceCipher {
  /** One block, or several whole ones after each other: each is turned by itself. */
  seal(blocks: Uint8Array): Buffer;
  open(block: Uint8Array): Buffer;
}

/**
 * The cipher of one audience: AES-256 on a single block, under a key that HKDF-SHA256 derives for this audience alone.
 * One block under a secret key is a permutation of all 128-bit numbers, so ECB's weakness (equal blocks show in a longer
 * text) cannot arise: here equal blocks are equal people, which is the purpose. The two cipher objects are kept, because
 * making them costs far more than a block does.
 * @see RFC 5869 (HKDF), FIPS 197 (AES)
 */
export function createAudienceCipher(master: KeyObject, audience: string): AudienceCipher {
  const key = Buffer.from(hkdfSync('sha256', master, '', `thegither/person-id/${audience}`, 32));
  const sealing = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const opening = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return { seal: (blocks) => sealing.update(blocks), open: (block) => opening.update(block) };
}
