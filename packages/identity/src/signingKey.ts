import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { HouseError } from '@thegither/vocabulary';
import { isPublicJwk, thumbprint, type JwkSet, type PublicJwk } from './publicKey.ts';

/** An Ed25519 key that signs decisions (the decision service's) or requests (a gateway's). */
export interface SigningKey {
  /** RFC 7638 thumbprint of the public half. */
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: PublicJwk;
}

/** A private Ed25519 key as a JWK: a secret. @see RFC 8037 */
export interface PrivateJwk extends PublicJwk {
  readonly d: string;
}

/** Makes a new key. */
export const generateSigningKey = (): SigningKey => signingKeyOf(generateKeyPairSync('ed25519').privateKey);

/** Reads a private key from its JWK. Throws CONFIGURATION, without repeating a part of it, if it is none or if its two halves do not belong together. */
export function importSigningKey(jwk: unknown): SigningKey {
  const key = isPrivateJwk(jwk) ? readPrivate(jwk) : undefined;
  if (!key || !isPrivateJwk(jwk) || key.publicJwk.x !== jwk.x) throw new HouseError('CONFIGURATION', 'A signing key is not a private Ed25519 JWK.');
  return key;
}

/** The private key as a JWK, to be kept where secrets are. */
export function exportSigningKey({ privateKey, publicJwk }: SigningKey): PrivateJwk {
  return { ...publicJwk, d: privateKey.export({ format: 'jwk' }).d! };
}

/**
 * The set to publish for these keys. While keys rotate it holds two: the new one is published first and signed with
 * later, the old one is taken out when nothing that it signed can still be valid.
 */
export const jwkSetOf = (...keys: readonly Pick<SigningKey, 'kid' | 'publicJwk'>[]): JwkSet =>
  ({ keys: keys.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, use: 'sig', alg: 'EdDSA' })) });

const isPrivateJwk = (jwk: unknown): jwk is PrivateJwk => isPublicJwk(jwk) && 'd' in jwk && typeof jwk.d === 'string';

function readPrivate({ kty, crv, x, d }: PrivateJwk): SigningKey | undefined {
  try {
    return signingKeyOf(createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' }));
  } catch {
    return undefined; // The caller refuses: the library's message may quote the secret.
  }
}

function signingKeyOf(privateKey: KeyObject): SigningKey {
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x: createPublicKey(privateKey).export({ format: 'jwk' }).x! };
  return { kid: thumbprint(publicJwk), privateKey, publicJwk };
}
