import { createDecisionVerifier, createOnce, verifyRequest, type JwkSet } from '@thegither/identity';
import { HouseError, type DecisionClaims, type Domain } from '@thegither/vocabulary';
import { parse } from 'graphql';
import type { IncomingHttpHeaders } from 'node:http';
import { fitsUse } from './fitsUse.ts';
import { readQuestion, type Question } from './question.ts';
import { readDecision, type ReceivedDecision } from './receivedDecision.ts';

/** A POST as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A question that was let in, and the decision that came with it. */
export interface Admitted {
  readonly question: Question;
  readonly decision: ReceivedDecision;
  /** When it was let in. */
  readonly now: number;
}

/** Whose decisions are good here, and the time in milliseconds. */
export interface Trust {
  readonly audience: Domain;
  readonly issuer: string;
  readonly keys: () => JwkSet | Promise<JwkSet>;
  readonly now: () => number;
}

/** No question of the gateway comes near it. */
export const MAX_TOKENS = 20_000;

/** A signature is fresh for ten seconds: one that was seen is remembered until it cannot be fresh any more. */
const SIGNATURE_SECONDS = 10;

/**
 * The first lock of a room. A question comes in only with a decision that the decision service signed for this room, in
 * a request that the gateway named in it has signed, for the kind of operation it was signed for. Each signed request
 * is answered once, and each decision for a mutation is used once.
 * @throws HouseError DECISION_REFUSED for anything else, without saying which of it was wrong; DECISIONS_UNAVAILABLE
 * while the keys cannot be read
 * @see docs/claims.md, RFC 7800, RFC 9421
 */
export function createAdmission({ audience, issuer, keys, now }: Trust): (arrived: Arrived) => Promise<Admitted> {
  const verifier = createDecisionVerifier({ keys, audience, issuer, now });
  const requests = createOnce({ now });
  const mutations = createOnce({ now });
  return async (arrived) => {
    const question = readQuestion(arrived.body);
    const claims = await verifier.verify(question.decision);
    const request = verifyRequest(arrived, claims.cnf.jwk, now());
    requests.spend(request, Math.ceil(now() / 1000) + SIGNATURE_SECONDS);
    admitUse(question, claims);
    if (claims.use === 'mutation') mutations.spend(claims.jti, claims.exp);
    return { question, decision: readDecision(claims), now: now() };
  };
}

function admitUse({ query, operationName }: Question, { use }: DecisionClaims): void {
  let fits: boolean;
  try {
    fits = fitsUse(parse(query, { maxTokens: MAX_TOKENS }), operationName, use);
  } catch (cause) {
    throw new HouseError('BAD_OPERATION', undefined, { cause });
  }
  if (!fits) throw new HouseError('DECISION_REFUSED');
}
