import { verify } from 'node:crypto';
import { HouseError, type DecisionClaims } from '@thegither/vocabulary';
import { readDecisionClaims } from './decisionClaims.ts';
import { createDecisionKeys, type DecisionKeySource } from './decisionKeys.ts';
import { LEEWAY_MS } from './leeway.ts';
import { isExactly, isText } from './shapes.ts';
import { DECISION_TYPE } from './signDecision.ts';

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
  verify(jws: unknown): Promise<DecisionClaims>;
}

// 64 bytes of signature; its last character has only four values, else one signature would have several texts.
const COMPACT = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{85}[AQgw])$/;

// No other member: `crit` above all, and nothing that brings a key along (`jwk`, `jku`, `x5c`).
const isHeader = isExactly({ alg: (alg) => alg === 'EdDSA', typ: (typ) => typ === DECISION_TYPE, kid: isText(/^[A-Za-z0-9_-]{43}$/) });

/**
 * Makes the verifier of one subgraph. Nothing that the sender chose is used before the signature is found right, but
 * the name of the key; the algorithm is ours to say.
 * @see RFC 8725 (JWT best current practices), docs/claims.md
 */
export function createDecisionVerifier({ keys, now, audience, issuer }: DecisionVerifierOptions): DecisionVerifier {
  const keyOf = createDecisionKeys({ keys, now });
  return {
    async verify(jws) {
      const [, header, payload, signature] = (typeof jws === 'string' && COMPACT.exec(jws)) || refuse();
      const key = (await keyOf(kidIn(header!))) ?? refuse();
      if (!verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature!, 'base64url'))) refuse();
      const claims = readDecisionClaims(decode(payload!)) ?? refuse();
      if (claims.iss !== issuer || claims.aud !== audience || !isOfNow(claims, now())) refuse();
      return claims;
    },
  };
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
