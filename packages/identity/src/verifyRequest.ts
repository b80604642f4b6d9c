import { verify, type KeyObject } from 'node:crypto';
import { HouseError } from '@thegither/vocabulary';
import { matchesDigest } from './contentDigest.ts';
import { keepAtMost } from './keepAtMost.ts';
import { LEEWAY_MS } from './leeway.ts';
import { importPublicKey, isPublicJwk, type PublicJwk } from './publicKey.ts';
import { baseOf, MOST_TOGETHER, paramsOf, requestDigest, TAG } from './requestSignature.ts';

/** A request that has come, with its whole body as it came. Header names in lower case, as Node gives them. */
export interface RequestToVerify {
  readonly method: string;
  /** The target as it came: one with a query is refused, because no signature covers it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string | Uint8Array;
}

const escaped = (text: string): string => text.replace(/[()]/g, String.raw`\$&`);
const INPUT = new RegExp(`^${TAG}=(${escaped(paramsOf(0, 'KEYID')).replace('=0;', '=([1-9][0-9]{0,11});').replace('KEYID', '([A-Za-z0-9_-]{43})')})$`);
const SIGNATURE = new RegExp(`^${TAG}=:([A-Za-z0-9+/]{85}[AQgw]==):$`);
const DIGESTS = new RegExp(`^:[A-Za-z0-9+/]{43}=:(?:, :[A-Za-z0-9+/]{43}=:){0,${MOST_TOGETHER - 1}}$`);

/**
 * Checks that this very request was signed, just now, by the gateway with this key: for a subgraph the key in the
 * decision's `cnf`. Exactly the form that our gateway writes is read: a second signature, a further component or
 * parameter are refused. Answers the request's own digest, which no other request has: whoever has seen it before has
 * seen the request before. Throws DECISION_REFUSED.
 * @see RFC 9421 section 3.2, docs/claims.md
 */
export function verifyRequest({ method, path, headers, body }: RequestToVerify, jwk: PublicJwk, now: number): string {
  const [, params, created, keyid] = INPUT.exec(textOf(headers['signature-input'])) ?? [];
  const [, signature] = SIGNATURE.exec(textOf(headers.signature)) ?? [];
  const digests = textOf(headers['request-digests']), content = textOf(headers['content-digest']);
  if (!params || !signature || !DIGESTS.test(digests) || !isPublicJwk(jwk)) return refuse();

  const { kid, key } = importPublicKey(jwk);
  if (keyid !== kid || !isOfNow(Number(created), now) || !matchesDigest(content, body)) return refuse();
  const own = requestDigest({ method, path, content, nonce: textOf(headers['request-nonce']) });
  if (own === undefined || !digests.split(', ').includes(own)) return refuse();
  if (!isSigned(key, baseOf(digests, params), signature)) return refuse();
  return own;
}

// Requests that were signed together often come together: their one signature is checked once. The base names the key, by its
// thumbprint, so what was found for one key is never taken for another.
const checked = keepAtMost<{ is?: boolean }>(512, () => ({}));

function isSigned(key: KeyObject, base: string, signature: string): boolean {
  const found = checked(`${signature} ${base}`);
  return (found.is ??= verify(null, Buffer.from(base), key, Buffer.from(signature, 'base64')));
}

const textOf = (header: string | readonly string[] | undefined): string => (typeof header === 'string' ? header : '');

const isOfNow = (created: number, now: number): boolean => Math.abs(now - created * 1000) <= LEEWAY_MS;

function refuse(): never {
  throw new HouseError('DECISION_REFUSED');
}
