import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { HouseError } from '@thegither/vocabulary';
import { keepAtMost } from './keepAtMost.ts';

/** An Ed25519 public key as a JWK. @see RFC 8037 */
export interface PublicJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
}

/** A published key: the decision service's set holds one, or two while it rotates. Its `kid` is for others: here a key is known by the thumbprint that we compute. */
export interface PublishedJwk extends PublicJwk {
  readonly kid?: string;
  readonly use?: string;
  readonly alg?: string;
}

/** A JWK set, as /jwks.json gives it. @see RFC 7517 */
export interface JwkSet {
  readonly keys: readonly PublishedJwk[];
}

/** A public key that is ready to verify with, and its thumbprint. */
export interface PublicKey {
  readonly kid: string;
  readonly key: KeyObject;
}

// 43 characters carry 258 bits for 256: the last one has only 16 values.
const X = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** Is this an Ed25519 public key, in canonical text? */
export const isPublicJwk = (value: unknown): value is PublicJwk =>
  typeof value === 'object' && value !== null && 'kty' in value && 'crv' in value && 'x' in value &&
  value.kty === 'OKP' && value.crv === 'Ed25519' && typeof value.x === 'string' && X.test(value.x);

/** The name of a key everywhere here: SHA-256 over its required members. @see RFC 7638, RFC 8037 section 2 */
export const thumbprint = ({ crv, kty, x }: PublicJwk): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');

// The keys of a few gateways arrive with every request: importing one costs a tenth of verifying with it.
const imported = keepAtMost(64, (x): PublicKey => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x };
  return { kid: thumbprint(jwk), key: createPublicKey({ key: jwk, format: 'jwk' }) };
});

/** Makes a public key ready to verify with. Throws CONFIGURATION for anything but an Ed25519 key. */
export function importPublicKey(jwk: unknown): PublicKey {
  if (!isPublicJwk(jwk)) throw new HouseError('CONFIGURATION', 'A public key is not an Ed25519 JWK.');
  return imported(jwk.x);
}
