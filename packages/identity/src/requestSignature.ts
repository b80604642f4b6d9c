import { hash } from 'node:crypto';
import { signatureBase } from './signatureBase.ts';

/** What a gateway's signature covers and nothing else: the digests of the requests that it signs together. */
const COVERED = '("request-digests")';

/** Says what the signature is for, so that a signature made for another protocol with the same key is not taken for it. @see RFC 9421 section 7.2.5 */
export const TAG = 'thegither';

/** Digests under one signature, at least and at most, always a power of two: each request carries all of them. */
export const FEWEST_TOGETHER = 8;
export const MOST_TOGETHER = 32;

// The path is covered and the query is not, so there must be none; neither may hold what could end a line of the digest's text.
const METHOD = /^[A-Z]{1,16}$/;
const PATH = /^\/[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/;
const NONCE = /^[A-Za-z0-9_-]{1,64}$/;

/** What is one request's own. */
export interface OwnPart {
  readonly method: string;
  readonly path: string;
  /** The Content-Digest header, which stands for the body. */
  readonly content: string;
  readonly nonce: string;
}

/**
 * The digest of a request, in the form of its header: SHA-256 over method, path, body and nonce, each on a line. Undefined
 * for what cannot be covered, a path with a query above all.
 */
export function requestDigest({ method, path, content, nonce }: OwnPart): string | undefined {
  if (!METHOD.test(method) || !PATH.test(path) || !NONCE.test(nonce)) return undefined;
  const text = `"@method": ${method}\n"@path": ${path}\n"content-digest": ${content}\n"request-nonce": ${nonce}`;
  return `:${hash('sha256', text, 'base64')}:`;
}

/** The signature's parameters, beginning with what it covers; `created` in seconds. */
export const paramsOf = (created: number, kid: string): string => `${COVERED};created=${created};keyid="${kid}";alg="ed25519";tag="${TAG}"`;

/** The text that is signed. */
export const baseOf = (digests: string, params: string): string => signatureBase([['request-digests', digests]], params);
