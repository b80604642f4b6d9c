import { createHash, randomBytes, sign } from 'node:crypto';
import type { DecisionClaims } from '@thegither/vocabulary';
import type { SigningKey } from './signingKey.ts';

/** The `typ` of a signed decision, so that no other token can be taken for one. @see RFC 8725 section 3.11 */
export const DECISION_TYPE = 'decision+sd-jwt';

/** The name of what is disclosed to one subgraph. */
export const DISCLOSED = 'decision';

/** What everybody who gets one of the decisions may read, beside the digests of all of them. */
type Common = Pick<DecisionClaims, 'iss' | 'iat' | 'exp'>;

/** The digest of a disclosure's text. @see RFC 9901 section 4.2.3 */
export const disclosureDigest = (disclosure: string): string => createHash('sha256').update(disclosure).digest('base64url');

/**
 * Signs what was decided at one moment, once for all the subgraphs that are asked: an SD-JWT with EdDSA for each, which
 * shares its signature with the others and discloses that subgraph's own decision alone. Of the others nobody can read
 * more than a salted digest. `salt`: at least 128 bits of randomness each time.
 * @see RFC 9901 (SD-JWT), RFC 8037, docs/claims.md
 */
export function signDecisions(common: Common, decisions: readonly Omit<DecisionClaims, keyof Common>[], key: SigningKey, salt = randomSalt): string[] {
  const disclosures = decisions.map((decision) => encode([salt(), DISCLOSED, decision]));
  const { iss, iat, exp } = common;
  // In the order of their text, which tells nothing of who was asked first.
  const payload = { iss, iat, exp, _sd_alg: 'sha-256', _sd: disclosures.map(disclosureDigest).toSorted() };
  const signed = `${encode({ alg: 'EdDSA', typ: DECISION_TYPE, kid: key.kid })}.${encode(payload)}`;
  const jws = `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`;
  return disclosures.map((disclosure) => `${jws}~${disclosure}~`);
}

/** Signs one decision alone. */
export const signDecision = ({ iss, iat, exp, ...decision }: DecisionClaims, key: SigningKey, salt = randomSalt): string => signDecisions({ iss, iat, exp }, [decision], key, salt)[0]!;

const randomSalt = (): string => randomBytes(16).toString('base64url');

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
