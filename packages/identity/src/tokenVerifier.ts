import { decodeJwt, jwtVerify } from 'jose';
import { HouseError, type Caller } from '@thegither/vocabulary';
import { issuerKeys, type IssuerKeySource } from './issuerKeys.ts';
import { LEEWAY_MS } from './leeway.ts';
import { rememberTokens } from './recentTokens.ts';
import { callerIn } from './tokenCaller.ts';

/** An issuer that we trust, and for whom it may speak. */
export interface TrustedIssuer extends IssuerKeySource {
  /** Our own name in its tokens. */
  readonly audience: string;
  /** The kinds of caller that it may name. Configuration, never a claim: the people's issuer can make nobody a worker. */
  readonly kinds: readonly Caller['kind'][];
}

/** The issuers, and the clock in milliseconds. */
export interface TokenVerifierOptions {
  readonly issuers: readonly TrustedIssuer[];
  readonly now?: () => number;
}

/** Who asks, by the Authorization header. */
export type VerifyToken = (authorization: string | undefined) => Promise<Caller>;

// Signatures with a public key only: a shared secret, or "none", must never be an issuer's key.
const ALGORITHMS = ['ES256', 'PS256', 'RS256', 'EdDSA'];
const BEARER = /^Bearer +([A-Za-z0-9_.-]{1,8192})$/i;

/**
 * Makes the check of access tokens: signed by one of the issuers with its own keys, made for us, not expired, of type
 * "at+jwt", and speaking for a kind of caller that this issuer may speak for. A token that passed all of it is not checked
 * again for a minute, nor beyond its end. All that is wrong with a token is one and
 * the same UNAUTHENTICATED, the cause kept; INTERNAL when an issuer's keys cannot be read.
 * @see RFC 9068 (JWT profile for access tokens), RFC 8725
 */
export function createTokenVerifier({ issuers, now = Date.now }: TokenVerifierOptions): VerifyToken {
  const trusted = new Map(issuers.map((issuer) => [issuer.issuer, { ...issuer, keyOf: issuerKeys(issuer) }]));
  if (trusted.size === 0 || trusted.size < issuers.length) throw new HouseError('CONFIGURATION', 'Every issuer of access tokens must be named once.');

  const recent = rememberTokens({ now });

  async function verify(token: string): Promise<Caller | undefined> {
    const from = trusted.get(decodeJwt(token).iss ?? '');
    if (!from) return undefined;
    const { payload } = await jwtVerify(token, from.keyOf, {
      issuer: from.issuer, audience: from.audience, algorithms: ALGORITHMS, typ: 'at+jwt',
      requiredClaims: ['exp', 'sub'], clockTolerance: LEEWAY_MS / 1000, currentDate: new Date(now()),
    });
    const caller = callerIn(payload);
    if (!caller || !from.kinds.includes(caller.kind)) return undefined;
    recent.keep(token, caller, payload.exp!);
    return caller;
  }

  return async (authorization) => {
    const [, token] = BEARER.exec(authorization ?? '') ?? [];
    const caller = token === undefined ? undefined : (recent.find(token) ?? await verify(token).catch(refuse));
    return caller ?? refuse();
  };
}

function refuse(cause?: unknown): never {
  throw cause instanceof HouseError ? cause : new HouseError('UNAUTHENTICATED', undefined, { cause });
}
