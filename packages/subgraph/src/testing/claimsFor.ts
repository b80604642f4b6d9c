import { randomUUID } from 'node:crypto';
import { toHex, NOTHING } from '@thegither/consent';
import { REGISTER, type ClaimedCaller, type ClaimedDays, type ClaimedPerson, type DecisionClaims, type FetchUse } from '@thegither/vocabulary';

/** What somebody shares, in names of categories. Left out: nothing. */
export interface Shares {
  readonly granted?: readonly string[];
  readonly own?: readonly string[];
  readonly sources?: Readonly<Record<string, readonly string[]>>;
  readonly dated?: Readonly<Record<string, readonly ClaimedDays[]>>;
  /** Does the caller support them? For a mutation. */
  readonly supported?: true;
  /** What does the caller see of them? For a mutation. */
  readonly sees?: readonly string[];
}

/** What a test says of a decision. Everything has a valid default, so that it changes one fact. */
export interface Decided {
  readonly use?: FetchUse;
  readonly caller?: ClaimedCaller;
  /** Person id -> what they share with the caller. Who is not here is not in the decision. */
  readonly people?: Readonly<Record<string, Shares>>;
  /** Claims to put in the place of the valid ones. */
  readonly claims?: Partial<DecisionClaims>;
}

/** A worker of Fife Works: the caller when a test does not say. */
export const ISLA: ClaimedCaller = { kind: 'worker', worker: 'isla', agency: 'fife-works', team: 'fife-works-kirkcaldy', roles: ['KEY_WORKER'] };

/** The decision service's name in tests. */
export const ISSUER = 'https://decisions.test';

// Not in the register's order, so that a room which forgets to map the legend is found out.
const LEGEND = REGISTER.map(({ name }) => name).toReversed();

const NONE = toHex(NOTHING);

/** The claims of a valid decision for a room, bound to a gateway's public key. */
export function claimsFor(audience: string, jwk: DecisionClaims['cnf']['jwk'], { use = 'joined', caller = ISLA, people = {}, claims }: Decided = {}): DecisionClaims {
  const iat = Math.floor(Date.now() / 1000);
  return {
    iss: ISSUER, aud: audience, iat, exp: iat + 30, jti: randomUUID(), cnf: { jwk },
    use, caller, purpose: 'EMPLOYABILITY_SUPPORT', legend: LEGEND, words: { OUTSIDE_AGREEMENT: NONE, ROLE_LIMIT: NONE, NO_PURPOSE: NONE },
    people: Object.fromEntries(Object.entries(people).map(([id, shares]) => [id, claimed(shares)])),
    ...claims,
  };
}

const claimed = ({ granted = [], own = [], sources, dated, supported, sees }: Shares): ClaimedPerson =>
  ({ granted: inLegend(granted), own: inLegend(own), ...(sources && { sources }), ...(dated && { dated }), ...(supported && { supported }), ...(sees && { sees: inLegend(sees) }) });

function inLegend(names: readonly string[]): string {
  const positions = names.map((name) => LEGEND.indexOf(name));
  if (positions.includes(-1)) throw new RangeError('a test names a category that is not in the register');
  return positions.reduce((mask, position) => mask | (1n << BigInt(position)), 0n).toString(16).padStart(16, '0');
}
