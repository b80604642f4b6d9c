import { verify } from 'node:crypto';
import { HouseError, type DecisionClaims } from '@thegither/vocabulary';
import { readDecisionClaims } from './decisionClaims.ts';
import { createDecisionKeys, type DecisionKeySource } from './decisionKeys.ts';
import { LEEWAY_MS } from './leeway.ts';
import { isExactly, isObject, isSetOf, isText } from './shapes.ts';
import { DECISION_TYPE, DISCLOSED, disclosureDigest } from './signDecision.ts';

/** Whose decisions are trusted, and for whom they must be. */
export interface DecisionVerifierOptions extends DecisionKeySource {
  /** The subgraph's name. */
  readonly audience: string;
  /** The decision service's name. */
  readonly issuer: string;
}

/** The second lock: reads a signed decision, or refuses. */
export interface DecisionVerifier {
  /** The claims of a decision that is genuine, for us, and of now. Throws DECISION_REFUSED for any other, DECISIONS_UNAVAILABLE while the keys cannot be read. */
  verify(text: unknown): Promise<DecisionClaims>;
}

// 64 bytes of signature; its last character has only four values, else one signature would have several texts.
const SD_JWT = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{85}[AQgw])~([A-Za-z0-9_-]+)~$/;

// No other member: `crit` above all, and nothing that brings a key along (`jwk`, `jku`, `x5c`).
const isHeader = isExactly({ alg: (alg) => alg === 'EdDSA', typ: (typ) => typ === DECISION_TYPE, kid: isText(/^[A-Za-z0-9_-]{43}$/) });

const isAnything = (): boolean => true;
const isPayload = isExactly({ iss: isAnything, iat: isAnything, exp: isAnything, _sd_alg: (name) => name === 'sha-256', _sd: isSetOf(isText(/^[A-Za-z0-9_-]{43}$/)) });
const isSalt = isText(/^[A-Za-z0-9_-]{22,86}$/);

/**
 * Makes the verifier of one subgraph. Nothing that the sender chose is used before the signature is found right, but
 * the name of the key; the algorithm is ours to say.
 * @see RFC 8725 (JWT best current practices), RFC 9901 section 7.1, docs/claims.md
 */
export function createDecisionVerifier({ keys, now, audience, issuer }: DecisionVerifierOptions): DecisionVerifier {
  const keyOf = createDecisionKeys({ keys, now });
  return {
    async verify(text) {
      const [, header, payload, signature, disclosure] = (typeof text === 'string' && SD_JWT.exec(text)) || refuse();
      const key = (await keyOf(kidIn(header!))) ?? refuse();
      if (!verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature!, 'base64url'))) refuse();
      const claims = readDecisionClaims(disclosed(decode(payload!), disclosure!)) ?? refuse();
      if (claims.iss !== issuer || claims.aud !== audience || !isOfNow(claims, now())) refuse();
      return claims;
    },
  };
}

/** The one decision that is disclosed to us, with what it shares with the others: its digest must be among those that were signed. */
function disclosed(payload: unknown, disclosure: string): unknown {
  if (!isPayload(payload)) return refuse();
  const { iss, iat, exp, _sd: digests } = payload as Record<'iss' | 'iat' | 'exp', unknown> & { _sd: readonly string[] };
  if (!digests.includes(disclosureDigest(disclosure))) refuse();
  const told = decode(disclosure);
  const [salt, name, decision, ...more] = Array.isArray(told) ? (told as readonly unknown[]) : refuse();
  if (!isSalt(salt) || name !== DISCLOSED || more.length > 0 || !isObject(decision)) return refuse();
  // What was signed for all cannot be said otherwise for one.
  return 'iss' in decision || 'iat' in decision || 'exp' in decision ? refuse() : { iss, iat, exp, ...decision };
}

function kidIn(header: string): string {
  const value = decode(header);
  return isHeader(value) ? (value as { kid: string }).kid : refuse();
}

const isOfNow = ({ iat, exp }: DecisionClaims, now: number): boolean => iat * 1000 - LEEWAY_MS <= now && now < exp * 1000 + LEEWAY_MS;

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return refuse(); // Without the cause: a parser's message quotes what it could not read.
  }
}

function refuse(): never {
  throw new HouseError('DECISION_REFUSED');
}
