import { hash, randomBytes, sign } from 'node:crypto';
import type { DecisionClaims } from '@thegither/vocabulary';
import type { SigningKey } from './signingKey.ts';

/** The `typ` of a signed decision, so that no other token can be taken for one. @see RFC 8725 section 3.11 */
export const DECISION_TYPE = 'decision+sd-jwt';

/** The name of what is disclosed to one subgraph. */
export const DISCLOSED = 'decision';

/** What everybody who gets one of the decisions may read, beside the digests of all of them. */
type Common = Pick<DecisionClaims, 'iss' | 'iat' | 'exp'>;

/** The digest of a disclosure's text. @see RFC 9901 section 4.2.3 */
export const disclosureDigest = (disclosure: string): string => hash('sha256', disclosure, 'base64url');

/**
 * Signs what was decided at one moment, once for all the subgraphs that are asked: an SD-JWT with EdDSA for each, which
 * shares its signature with the others and discloses that subgraph's own decision alone. Of the others nobody can read
 * more than a salted digest. `salts`: one for each, of at least 128 random bits.
 * @see RFC 9901 (SD-JWT), RFC 8037, docs/claims.md
 */
export function signDecisions(common: Common, decisions: readonly Omit<DecisionClaims, keyof Common>[], key: SigningKey, salts = randomSalts): string[] {
  const drawn = salts(decisions.length);
  const disclosures = decisions.map((decision, i) => encode([drawn[i]!, DISCLOSED, decision]));
  const { iss, iat, exp } = common;
  // In the order of their text, which tells nothing of who was asked first.
  const payload = { iss, iat, exp, _sd_alg: 'sha-256', _sd: disclosures.map(disclosureDigest).toSorted() };
  const signed = `${encode({ alg: 'EdDSA', typ: DECISION_TYPE, kid: key.kid })}.${encode(payload)}`;
  const jws = `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`;
  return disclosures.map((disclosure) => `${jws}~${disclosure}~`);
}

/** Signs one decision alone. */
export const signDecision = ({ iss, iat, exp, ...decision }: DecisionClaims, key: SigningKey, salts = randomSalts): string => signDecisions({ iss, iat, exp }, [decision], key, salts)[0]!;

const SALT_BYTES = 16;

/** Drawn together, for drawing costs more than what is drawn. */
function randomSalts(count: number): readonly string[] {
  const bytes = randomBytes(SALT_BYTES * count);
  const salts: string[] = [];
  for (let at = 0; at < bytes.length; at += SALT_BYTES) salts.push(bytes.toString('base64url', at, at + SALT_BYTES));
  return salts;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
