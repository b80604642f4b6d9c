// Taken out of the global object once: inside a test's own world each look at it is slow.
const { imul, floor } = Math;
const NUMBERS = 2 ** 32;
const OFFSET = 0x811c9dc5;

/** A whole number of 32 bits that follows from a text alone. */
function hash(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A number in [0, 1) that follows from what is asked and where: the same in every subgraph and every run. */
export const chance = (what: string, place: string): number => hash(`${what} ${place}`, OFFSET) / NUMBERS;

/** A short name that follows from a place. */
export const nameOf = (place: string): string => `${hash(place, OFFSET).toString(36)}${hash(place, 0x01234567).toString(36)}`;

/** Draws, one after another. */
export interface Random {
  chance(probability: number): boolean;
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** Random draws that follow from a text: mulberry32. */
export function random(seed: string): Random {
  let state = hash(seed, OFFSET);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = imul(state ^ (state >>> 15), 1 | state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / NUMBERS;
  };
  return {
    chance: (probability) => next() < probability,
    below: (limit) => floor(next() * limit),
    pick: (items) => items[floor(next() * items.length)]!,
  };
}
