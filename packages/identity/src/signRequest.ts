import { sign } from 'node:crypto';
import { HouseError } from '@thegither/vocabulary';
import { contentDigest } from './contentDigest.ts';
import { baseOf, COVERED, TAG } from './requestSignature.ts';
import type { SigningKey } from './signingKey.ts';

/** A request that is about to be sent. The path has no query. */
export interface RequestToSign {
  readonly method: string;
  readonly path: string;
  readonly body: string | Uint8Array;
}

/**
 * Binds a request to the gateway that sends it, over method, path and body: a decision is worth nothing to whoever
 * copies it without the gateway's key. Answers the headers to send. `now` in milliseconds; `nonce` 1 to 64 letters,
 * digits, "-" or "_", another one for each request. Throws INTERNAL for a path with a query and for another nonce.
 * @see RFC 9421 (HTTP message signatures), RFC 9530 (Content-Digest)
 */
export function signRequest({ method, path, body }: RequestToSign, key: SigningKey, now: number, nonce: string): Record<string, string> {
  const digest = contentDigest(body);
  const params = `${COVERED};created=${Math.floor(now / 1000)};nonce="${nonce}";keyid="${key.kid}";alg="ed25519";tag="${TAG}"`;
  const base = baseOf({ method, path, digest, params });
  if (base === undefined || !/^[A-Za-z0-9_-]{1,64}$/.test(nonce)) throw new HouseError('INTERNAL');
  const signature = sign(null, Buffer.from(base), key.privateKey).toString('base64');
  return { 'content-digest': digest, 'signature-input': `${TAG}=${params}`, signature: `${TAG}=:${signature}:` };
}
