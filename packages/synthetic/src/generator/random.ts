/** Numbers that look random and are the same each time for one seed: never for keys or secrets. */
export interface Random {
  /** A whole number from 0, below the limit. */
  below(limit: number): number;
  /** One of a list that is not empty. */
  pick<const List extends readonly [unknown, ...unknown[]]>(list: List): List[number];
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
}

// mulberry32: 32 bits of state, enough for stories.
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Random numbers for several seeds together, so that the hundredth person does not depend on the ninety-nine before. */
export function createRandom(...seeds: readonly number[]): Random {
  const start = seeds.reduce((mixed, seed) => mulberry32(mixed ^ Math.imul(seed, 0x9e3779b1))(), 0x7e57);
  const next = mulberry32(start);
  const below = (limit: number) => Math.floor((next() / 0x1_0000_0000) * limit);
  return { below, pick: (list) => list[below(list.length)]!, chance: (percent) => below(100) < percent };
}
