import { fromHex } from '@thegither/consent';
import { isDay, parsePersonId, parsePurpose, parseRole, type DecisionClaims } from '@thegither/vocabulary';
import { isPublicJwk } from './publicKey.ts';
import { isAccountName, isExactly, isObject, isSetOf, isText } from './shapes.ts';

/** A decision is for one request: none lives longer than this, in seconds. */
export const LONGEST_LIFE_S = 300;

const isSeconds = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;
const isRole = (value: unknown): boolean => parseRole(value) !== undefined;
const isPurpose = (value: unknown): boolean => value === null || parsePurpose(value) !== undefined;
const isUse = (value: unknown): boolean => value === 'query' || value === 'mutation' || value === 'joined';
const isMask = (value: unknown): boolean => fromHex(value) !== undefined;

// A category that this subgraph has never heard of is no fault: a partner's new one must not need every other to change.
const isCategoryName = isText(/^[A-Z][A-Z0-9_]{0,63}$/);
const isLegend = (value: unknown): boolean => isSetOf(isCategoryName)(value) && value.length <= 64;

const isWorker = isExactly(
  { kind: (kind) => kind === 'worker', worker: isAccountName, agency: isAccountName, roles: isSetOf(isRole) },
  { team: isAccountName },
);
const isPerson = isExactly({ kind: (kind) => kind === 'person', person: (id) => parsePersonId(id) !== undefined });

// An empty list of sources could be read as "any" or as "none": refused.
const isControllers = (value: unknown): boolean => isSetOf(isAccountName)(value) && value.length > 0;
const isSources = (value: unknown): boolean =>
  isObject(value) && Object.entries(value).every(([category, controllers]) => isCategoryName(category) && isControllers(controllers));
const hasDays = isExactly({}, { from: isDay, to: isDay, sources: isControllers });
// Days that end before they begin, or that have neither, could be read as none or as all: refused.
const isDays = (value: unknown): boolean => hasDays(value) && isObject(value) && (value.from !== undefined || value.to !== undefined) &&
  (typeof value.from !== 'string' || typeof value.to !== 'string' || value.from <= value.to);
const isDated = (value: unknown): boolean =>
  isObject(value) && Object.entries(value).every(([category, parts]) => isCategoryName(category) && Array.isArray(parts) && parts.length > 0 && parts.every(isDays));
const isClaimedPerson = isExactly({ granted: isMask, own: isMask }, { sources: isSources, dated: isDated, supported: (supported) => supported === true, sees: isMask });
const isPeople = (value: unknown): boolean =>
  isObject(value) && Object.entries(value).every(([id, masks]) => parsePersonId(id) !== undefined && isClaimedPerson(masks));

const hasEveryClaim = isExactly({
  iss: isText(/^.{1,200}$/u), aud: isText(/^.{1,200}$/u), iat: isSeconds, exp: isSeconds, jti: isText(/^[A-Za-z0-9_-]{1,64}$/),
  cnf: isExactly({ jwk: (jwk) => isExactly({ kty: Boolean, crv: Boolean, x: Boolean })(jwk) && isPublicJwk(jwk) }),
  use: isUse, caller: (caller) => isWorker(caller) || isPerson(caller), purpose: isPurpose, legend: isLegend,
  words: isExactly({ OUTSIDE_AGREEMENT: isMask, ROLE_LIMIT: isMask, NO_PURPOSE: isMask }), people: isPeople,
});

/**
 * Reads the claims of a decision, every one strictly: undefined if one is missing, of another shape or unknown, if a
 * mask has a bit without a name in the legend, or if the decision is to live longer than five minutes.
 */
export function readDecisionClaims(value: unknown): DecisionClaims | undefined {
  if (!hasEveryClaim(value)) return undefined;
  const claims = value as DecisionClaims;
  const life = claims.exp - claims.iat;
  return life > 0 && life <= LONGEST_LIFE_S && namesEveryBit(claims) ? claims : undefined;
}

function namesEveryBit({ legend, words, people }: DecisionClaims): boolean {
  const everybody = Object.values(people);
  // Most people of a caseload share alike: each mask is looked at once.
  const masks = new Set(everybody.flatMap(({ granted, own, sees = own }) => [granted, own, sees]).concat(Object.values(words)));
  const beyond = -1n << BigInt(legend.length);
  return [...masks].every((mask) => (BigInt(`0x${mask}`) & beyond) === 0n) &&
    everybody.every(({ sources = {}, dated = {} }) => [...Object.keys(sources), ...Object.keys(dated)].every((category) => legend.includes(category)));
}
