import type { SpineId } from '@thegither/vocabulary';
import type { TestHouse } from '../harness/startHouse.ts';
import { differencesOf, seen, type Asking, type World } from './world.ts';

/** One question about people who are to be the same to whoever asks, and in what they are not. */
export interface Compared {
  /** The first one's. */
  readonly world: World;
  /** How many were held against the first. */
  readonly comparisons: number;
  /** The channels, and the places in the answer; none is the rule. */
  readonly differences: readonly string[];
}

/** Asks the same about each, one after the other, and holds everything that could be noticed against the first. */
export async function compare(house: TestHouse, [first, ...others]: readonly SpineId[], asking: Asking): Promise<Compared> {
  const world = await seen(house, first!, asking);
  const differences = new Set<string>();
  for (const other of others) for (const place of differencesOf(world, await seen(house, other, asking))) differences.add(place);
  return { world, comparisons: others.length, differences: [...differences] };
}
