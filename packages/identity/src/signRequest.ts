import { randomBytes, sign } from 'node:crypto';
import { HouseError } from '@thegither/vocabulary';
import { contentDigest } from './contentDigest.ts';
import { baseOf, FEWEST_TOGETHER, paramsOf, requestDigest, TAG } from './requestSignature.ts';
import type { SigningKey } from './signingKey.ts';

/** A request that is about to be sent. The path has no query. */
export interface RequestToSign {
  readonly method: string;
  readonly path: string;
  readonly body: string | Uint8Array;
}

/** The headers to send with a signed request. */
export type SignedHeaders = Readonly<Record<'content-digest' | 'request-nonce' | 'request-digests' | 'signature-input' | 'signature', string>>;

/** What is signed of a request, and what is sent beside the signature. */
export interface SignablePart {
  readonly digest: string;
  readonly own: Pick<SignedHeaders, 'content-digest' | 'request-nonce'>;
}

/** Makes a request ready to be signed. Throws INTERNAL for a path with a query, and for a nonce that is not 1 to 64 letters, digits, "-" or "_". */
export function partOf({ method, path, body }: RequestToSign, nonce: string): SignablePart {
  const content = contentDigest(body);
  const digest = requestDigest({ method, path, content, nonce });
  if (digest === undefined) throw new HouseError('INTERNAL');
  return { digest, own: { 'content-digest': content, 'request-nonce': nonce } };
}

/**
 * Binds requests to the gateway that sends them, over method, path and body of each: a decision is worth nothing to
 * whoever copies it without the gateway's key. One signature is made for all of them, since making it costs more than
 * everything else; whoever gets one learns the others' digests alone, and not how many they are: some digests are of
 * nothing (`decoys`, random). `now` in milliseconds; at most MOST_TOGETHER.
 * @see RFC 9421 (HTTP message signatures), RFC 9530 (Content-Digest), docs/claims.md
 */
export function signTogether(parts: readonly SignablePart[], key: SigningKey, now: number, decoys = randomDigests): SignedHeaders[] {
  const all = parts.map(({ digest }) => digest);
  // How many are asked depends on what a person shares: whoever is asked must not be able to count the others.
  all.push(...decoys(sizeFor(all.length) - all.length));
  const digests = all.toSorted().join(', ');
  const params = paramsOf(Math.floor(now / 1000), key.kid);
  const signature = sign(null, Buffer.from(baseOf(digests, params)), key.privateKey).toString('base64');
  return parts.map(({ own }) => ({
    'content-digest': own['content-digest'], 'request-nonce': own['request-nonce'],
    'request-digests': digests, 'signature-input': `${TAG}=${params}`, signature: `${TAG}=:${signature}:`,
  }));
}

/** Of SHA-256. */
const DIGEST_BYTES = 32;

const sizeFor = (count: number): number => Math.max(FEWEST_TOGETHER, 2 ** Math.ceil(Math.log2(count)));

function randomDigests(count: number): string[] {
  const bytes = randomBytes(DIGEST_BYTES * count);
  const digests: string[] = [];
  for (let at = 0; at < bytes.length; at += DIGEST_BYTES) digests.push(`:${bytes.toString('base64', at, at + DIGEST_BYTES)}:`);
  return digests;
}

/** Signs one request alone. `nonce`: another one for each request. */
export const signRequest = (request: RequestToSign, key: SigningKey, now: number, nonce: string): SignedHeaders => signTogether([partOf(request, nonce)], key, now)[0]!;
