import { sign } from 'node:crypto';
import type { DecisionClaims } from '@thegither/vocabulary';
import type { SigningKey } from './signingKey.ts';

/** The `typ` of a signed decision, so that no other token can be taken for one. @see RFC 8725 section 3.11 */
export const DECISION_TYPE = 'decision+jwt';

/**
 * Signs what was decided, for one subgraph, request and use: a compact JWS with EdDSA.
 * @see RFC 7515, RFC 8037, docs/claims.md
 */
export function signDecision(claims: DecisionClaims, key: SigningKey): string {
  const header = { alg: 'EdDSA', typ: DECISION_TYPE, kid: key.kid };
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
