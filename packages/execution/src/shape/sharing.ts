import { type Ceiling, type Mask, overlaps, stateOf } from '@thegither/consent';
import { type Category, REGISTER, type SharingEntry, type SharingState, nextAfter } from '@thegither/vocabulary';

const CATEGORIES = REGISTER.map((category) => ({ category, mask: (1n << BigInt(category.bit)) as Mask }));

/** What is known about one person when the answer is told. */
export interface Shares {
  readonly asked: Mask;
  readonly granted: Mask;
  readonly own: Mask;
  /** Categories of which a source did not answer. */
  readonly missing: Mask;
}

/** What is said of a category, whoever the person is. */
type Said = Omit<SharingEntry, 'person'>;

/**
 * Makes what says what an answer says of each category that was asked about one person, in the register's order. Most of
 * a list share alike: what is said of them is found once.
 */
export function createSharing(words: Ceiling['words']): (person: string, shares: Shares) => SharingEntry[] {
  const known = new Map<string, readonly Said[]>();
  return (person, shares) => {
    const alike = [shares.asked, shares.granted, shares.own, shares.missing].join(' ');
    const said = known.get(alike) ?? saidOf(shares, words);
    known.set(alike, said);
    return said.map(({ category, state, owner, next }) => ({ person, category, state, owner, next }));
  };
}

const saidOf = (shares: Shares, words: Ceiling['words']): Said[] =>
  CATEGORIES.filter(({ mask }) => overlaps(shares.asked, mask)).map(({ category, mask }) => saidIn(category, stateIn(mask, shares, words)));

function stateIn(mask: Mask, shares: Shares, words: Ceiling['words']): SharingState {
  const shared = stateOf(mask, shares, words);
  const isShared = shared === 'SHARED' || shared === 'SHARED_OWN_ONLY';
  return isShared && overlaps(shares.missing, mask) ? 'UNAVAILABLE' : shared;
}

const saidIn = ({ name, owner }: Category, state: SharingState): Said => ({ category: name, state, owner, next: nextAfter(state) });
