import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { exportSigningKey, generateSigningKey, type PrivateJwk, type PublicJwk } from '@thegither/identity';
import { SignJWT, exportJWK, type JSONWebKeySet } from 'jose';
import { AGENCY, TOKEN_AUDIENCE, TOKEN_ISSUER } from '../house/agency.ts';

/** The secrets of one run. */
export interface Keys {
  readonly identifierKeys: string;
  readonly sealKeys: string;
  readonly decisions: PrivateJwk;
  readonly gateway: PrivateJwk;
  readonly gatewayPublic: PublicJwk;
  /** What the issuer of access tokens publishes. */
  readonly issuerKeys: JSONWebKeySet;
  /** An access token for that worker, good for an hour. */
  tokenFor(worker: string): Promise<string>;
}

/** Makes the secrets of one run. */
export async function makeKeys(): Promise<Keys> {
  const issuer = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const gateway = generateSigningKey();
  return {
    identifierKeys: `1.${randomBytes(32).toString('base64url')}`,
    sealKeys: `1.${randomBytes(32).toString('base64url')}`,
    decisions: exportSigningKey(generateSigningKey()),
    gateway: exportSigningKey(gateway),
    gatewayPublic: gateway.publicJwk,
    issuerKeys: { keys: [{ ...(await exportJWK(issuer.publicKey)), alg: 'ES256', use: 'sig', kid: 'bench' }] },
    tokenFor: (worker) => new SignJWT({ agency: AGENCY })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'bench' })
      .setIssuer(TOKEN_ISSUER).setAudience(TOKEN_AUDIENCE).setSubject(worker).setIssuedAt().setExpirationTime('1h')
      .sign(issuer.privateKey),
  };
}
