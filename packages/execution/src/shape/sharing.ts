import { type Ceiling, type Mask, overlaps, stateOf } from '@thegither/consent';
import { type Category, REGISTER, type SharingEntry, type SharingState, nextAfter } from '@thegither/vocabulary';

const CATEGORIES = REGISTER.map((category) => ({ category, mask: (1n << BigInt(category.bit)) as Mask }));

/** What is known about one person when the answer is told. */
export interface Shares {
  readonly person: string;
  readonly asked: Mask;
  readonly granted: Mask;
  readonly own: Mask;
  /** Categories of which a source did not answer. */
  readonly missing: Mask;
}

/** What an answer says of each category that was asked about one person, in the register's order. */
export function sharingOf(shares: Shares, words: Ceiling['words']): SharingEntry[] {
  return CATEGORIES.filter(({ mask }) => overlaps(shares.asked, mask)).map(({ category, mask }) => entry(category, shares.person, state(mask, shares, words)));
}

function state(mask: Mask, shares: Shares, words: Ceiling['words']): SharingState {
  const shared = stateOf(mask, shares, words);
  const isShared = shared === 'SHARED' || shared === 'SHARED_OWN_ONLY';
  return isShared && overlaps(shares.missing, mask) ? 'UNAVAILABLE' : shared;
}

const entry = (category: Category, person: string, state: SharingState): SharingEntry =>
  ({ person, category: category.name, state, owner: category.owner, next: nextAfter(state) });
