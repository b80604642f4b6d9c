import { verify } from 'node:crypto';
import { HouseError } from '@thegither/vocabulary';
import { matchesDigest } from './contentDigest.ts';
import { LEEWAY_MS } from './leeway.ts';
import { importPublicKey, isPublicJwk, type PublicJwk } from './publicKey.ts';
import { baseOf, COVERED, TAG } from './requestSignature.ts';

/** A request that has come, with its whole body as it came. Header names in lower case, as Node gives them. */
export interface RequestToVerify {
  readonly method: string;
  /** The target as it came: one with a query is refused, because no signature covers it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string | Uint8Array;
}

const escaped = COVERED.replace(/[()]/g, String.raw`\$&`);
const INPUT = new RegExp(`^${TAG}=(${escaped};created=([1-9][0-9]{0,11});nonce="[A-Za-z0-9_-]{1,64}";keyid="([A-Za-z0-9_-]{43})";alg="ed25519";tag="${TAG}")$`);
const SIGNATURE = new RegExp(`^${TAG}=:([A-Za-z0-9+/]{85}[AQgw]==):$`);

/**
 * Checks that this very request was signed, just now, by the gateway with this key: for a subgraph the key in the
 * decision's `cnf`. Exactly the form that signRequest writes is read: another order, a second signature, a further
 * component or parameter are refused. Throws DECISION_REFUSED.
 * @see RFC 9421 section 3.2
 */
export function verifyRequest({ method, path, headers, body }: RequestToVerify, jwk: PublicJwk, now: number): void {
  const [, params, created, keyid] = INPUT.exec(textOf(headers['signature-input'])) ?? [];
  const [, signature] = SIGNATURE.exec(textOf(headers.signature)) ?? [];
  const digest = textOf(headers['content-digest']);
  if (!params || !signature || !isPublicJwk(jwk)) return refuse();

  const { kid, key } = importPublicKey(jwk);
  const base = baseOf({ method, path, digest, params });
  if (keyid !== kid || base === undefined || !isOfNow(Number(created), now) || !matchesDigest(digest, body)) return refuse();
  if (!verify(null, Buffer.from(base), key, Buffer.from(signature, 'base64'))) refuse();
}

const textOf = (header: string | readonly string[] | undefined): string => (typeof header === 'string' ? header : '');

const isOfNow = (created: number, now: number): boolean => Math.abs(now - created * 1000) <= LEEWAY_MS;

function refuse(): never {
  throw new HouseError('DECISION_REFUSED');
}
