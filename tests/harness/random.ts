/** Numbers that look random and are the same each time for one seed. */
export interface Random {
  /** A whole number from 0, below the limit. */
  below(limit: number): number;
  /** One of a list; throws RangeError for an empty one. */
  of<Item>(list: readonly Item[]): Item;
  /** Some of a list, each in so many of a hundred cases, and one at least unless it is empty. */
  some<Item>(list: readonly Item[], percent: number): Item[];
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
}

/** mulberry32: 32 bits of state, enough to ask questions with. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  };
  const chance = (percent: number): boolean => below(100) < percent;
  const of = <Item>(list: readonly Item[]): Item => {
    if (list.length === 0) throw new RangeError('there is nothing to choose from');
    return list[below(list.length)]!;
  };
  return {
    below, chance, of,
    some(list, percent) {
      const chosen = list.filter(() => chance(percent));
      return chosen.length > 0 || list.length === 0 ? chosen : [of(list)];
    },
  };
}
