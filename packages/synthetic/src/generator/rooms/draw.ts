import type { Life } from '../life.ts';
import type { Random } from '../random.ts';

/** Which of all generated people somebody is: their seed, and their place among the people of it. */
export interface Which {
  readonly seed: number;
  readonly place: number;
}

/** What a room's part of a story is drawn from: the life that all rooms tell of, numbers of the room's own, and a day by its distance from today. */
export interface Drawn extends Which {
  readonly life: Life;
  readonly random: Random;
  readonly on: (days: number) => string;
}

/** One thing in so many of a hundred cases, else none. */
export const maybe = <Item>(random: Random, percent: number, make: () => Item): Item[] => (random.chance(percent) ? [make()] : []);

/** So many things. */
export const times = <Item>(count: number, make: (place: number) => Item): Item[] => Array.from({ length: count }, (_, place) => make(place));
