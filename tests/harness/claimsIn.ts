import type { DecisionClaims } from '@thegither/vocabulary';

const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

/** What a signed decision says, unchecked: what was signed for all, and what is disclosed to one subgraph. */
export function claimsIn(decision: string): DecisionClaims {
  const [signed = '', disclosure = ''] = decision.split('~');
  const { iss, iat, exp } = decoded(signed.split('.')[1]!) as DecisionClaims;
  const [, , claims] = decoded(disclosure) as [string, string, Omit<DecisionClaims, 'iss' | 'iat' | 'exp'>];
  return { ...claims, iss, iat, exp };
}
