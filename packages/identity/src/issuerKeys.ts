import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { HouseError } from '@thegither/vocabulary';
import { isObject } from './shapes.ts';

/** Where an issuer's keys are: given here, at an address, or where its discovery document says. */
export interface IssuerKeySource {
  readonly issuer: string;
  readonly keys?: JSONWebKeySet;
  readonly jwksUri?: string;
}

const TIMEOUT_MS = 3_000;
const COOLDOWN_MS = 10_000;

/**
 * The keys of one issuer. Read when they are first needed and again, at most once in ten seconds, for a key that is not
 * among them. Throws jose's own error for a token that names no such key, and INTERNAL when the issuer's keys cannot be
 * read: that is an outage, and not the caller's fault. Throws CONFIGURATION for an address that is not https (this
 * machine's own aside).
 */
export function issuerKeys({ issuer, keys, jwksUri }: IssuerKeySource): JWTVerifyGetKey {
  if (keys) return createLocalJWKSet(keys);
  if (!isTrustworthy(jwksUri ?? issuer)) throw new HouseError('CONFIGURATION', 'The address of an issuer of access tokens is not https.');
  const find = jwksUri ? async () => jwksUri : once(() => discover(issuer));
  const remote = once(async () => createRemoteJWKSet(new URL(await find()), { cooldownDuration: COOLDOWN_MS, timeoutDuration: TIMEOUT_MS }));
  return async (header, token) => {
    try {
      return await (await remote())(header, token);
    } catch (cause) {
      throw isAboutTheToken(cause) ? cause : new HouseError('INTERNAL', 'The keys of an issuer of access tokens cannot be read.', { cause });
    }
  };
}

const isAboutTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys || error instanceof errors.JOSENotSupported;

/** @see OpenID Connect Discovery 1.0 section 4 */
async function discover(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  const document: unknown = response.ok ? await response.json() : undefined;
  // A document about another issuer would hand our trust on to that one's keys.
  if (!isObject(document) || document.issuer !== issuer || !isTrustworthy(document.jwks_uri)) throw new Error('no discovery document of this issuer');
  return document.jwks_uri;
}

/** Whoever is on the way of keys that are read without TLS can put in their own; only this machine needs none. */
function isTrustworthy(address: unknown): address is string {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
}

/** Runs at most one at a time and keeps what came of it, unless it failed: then the next call tries again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make().catch((error: unknown) => {
    made = undefined;
    throw error;
  }));
}
