import { NOTHING, covers, fromHex, maskOf, overlaps, union, type Limit, type Mask } from '@thegither/consent';
import { categoryNamed, type ClaimedCaller, type ClaimedPerson, type DecisionClaims, type FetchUse, type Purpose } from '@thegither/vocabulary';
import type { PersonAccess } from './access.ts';

/** A decision that was checked, as resolvers and rules read it. One for each request. */
export interface ReceivedDecision {
  readonly use: FetchUse;
  readonly caller: ClaimedCaller;
  readonly purpose: Purpose | null;
  /** The caller's word for categories that no person's choice can open. */
  readonly words: { readonly OUTSIDE_AGREEMENT: Mask; readonly ROLE_LIMIT: Mask; readonly NO_PURPOSE: Mask };
  /** The people in the decision. */
  readonly people: readonly string[];
  /** What this person shares with the caller; undefined for somebody who is not in the decision: unknown, so withheld. */
  of(person: string): PersonAccess | undefined;
  /** Does the caller support this person now? Only a decision for a mutation says so. */
  supports(person: string): boolean;
  /** May the caller see something of each of these categories, which this subgraph holds, about this person? Only a decision for a mutation says so, of those whom the caller supports. */
  sees(person: string, categories: readonly string[]): boolean;
}

/**
 * Reads the claims of a verified decision. The legend's positions are mapped to the register's bits; a name or a mask
 * that cannot be read opens nothing. Each person is read once.
 */
export function readDecision(claims: DecisionClaims): ReceivedDecision {
  const bits = claims.legend.map((name) => categoryNamed(name)?.bit);
  const read = (text: unknown): Mask => toRegister(fromHex(text) ?? NOTHING, bits);
  const agency = claims.caller.kind === 'worker' ? claims.caller.agency : undefined;
  const known = new Map<string, PersonAccess>();
  return {
    use: claims.use,
    caller: claims.caller,
    purpose: claims.purpose,
    words: { OUTSIDE_AGREEMENT: read(claims.words.OUTSIDE_AGREEMENT), ROLE_LIMIT: read(claims.words.ROLE_LIMIT), NO_PURPOSE: read(claims.words.NO_PURPOSE) },
    people: Object.keys(claims.people),
    of(person) {
      const kept = known.get(person);
      // hasOwn: "constructor" is nobody
      if (kept || !Object.hasOwn(claims.people, person)) return kept;
      const access = accessOf(claims.people[person]!, read, agency);
      known.set(person, access);
      return access;
    },
    supports: (person) => Object.hasOwn(claims.people, person) && claims.people[person]!.supported === true,
    sees: (person, categories) => Object.hasOwn(claims.people, person) && categories.every((name) => categoryNamed(name) !== undefined && covers(read(claims.people[person]!.sees), maskOf(name))),
  };
}

/** Rows that are shared by their day add to what is granted; where every row of a category is, there is nothing to add. */
function accessOf({ granted, own, sources = {}, dated = {} }: ClaimedPerson, read: (text: unknown) => Mask, agency: string | undefined): PersonAccess {
  let open = read(granted);
  const limits = new Map<string, readonly Limit[]>(Object.entries(sources).map(([category, named]) => [category, [{ sources: named }]]));
  for (const [category, days] of Object.entries(dated)) {
    const bit = categoryNamed(category) ? maskOf(category) : NOTHING;
    const isOpen = overlaps(open, bit), named = limits.get(category);
    if (isOpen && named === undefined) continue;
    limits.set(category, isOpen && named ? [...named, ...days] : days);
    open = union(open, bit);
  }
  return { granted: open, own: read(own), limits, agency };
}

function toRegister(mask: Mask, bits: readonly (number | undefined)[]): Mask {
  return bits.reduce(
    (all, bit, position) => (bit !== undefined && (mask >> BigInt(position)) & 1n ? union(all, (1n << BigInt(bit)) as Mask) : all),
    NOTHING,
  );
}
