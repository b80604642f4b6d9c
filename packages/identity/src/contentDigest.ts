import { hash, timingSafeEqual } from 'node:crypto';

const DIGEST = /^sha-256=:([A-Za-z0-9+/]{43}=):$/;

/** The Content-Digest header of a body. @see RFC 9530 */
export const contentDigest = (body: string | Uint8Array): string => `sha-256=:${hash('sha256', body, 'base64')}:`;

/** Is this header the SHA-256 digest, and no other, of this body? Compared in constant time. */
export function matchesDigest(header: string, body: string | Uint8Array): boolean {
  const [, digest] = DIGEST.exec(header) ?? [];
  return digest !== undefined && timingSafeEqual(Buffer.from(digest, 'base64'), hash('sha256', body, 'buffer'));
}
