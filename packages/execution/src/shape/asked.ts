import { type Mask, NOTHING, covers, union } from '@thegither/consent';

/** What an operation asks of one person: sets of categories, each shown only where all of it is shared. */
export class Asked {
  /** All of it in one. */
  readonly all: Mask;
  readonly #sets: ReadonlySet<Mask>;
  #last: { readonly open: Mask; readonly shown: Mask } | undefined;

  constructor(sets: ReadonlySet<Mask>) {
    this.#sets = sets;
    this.all = joined([...sets]);
  }

  /** Those of the sets that are open, in one. Kept for the last, because most of a list are alike. */
  shown(open: Mask): Mask {
    if (this.#last?.open !== open) this.#last = { open, shown: joined([...this.#sets].filter((set) => covers(open, set))) };
    return this.#last.shown;
  }

  /** Together with what another place asks of the same person. */
  and(other: Asked): Asked {
    return other === this ? this : new Asked(new Set([...this.#sets, ...other.#sets]));
  }
}

const joined = (sets: readonly Mask[]): Mask => sets.reduce(union, NOTHING);
