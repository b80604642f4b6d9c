import type { SpineId } from '@thegither/vocabulary';
import type { Random } from '../../harness/random.ts';
import { mannWhitney } from '../mannWhitney.ts';

/** How often, and in which order. */
export interface Measuring {
  /** Timed calls for each world, after those that are not counted. */
  readonly calls: number;
  readonly random: Random;
  /** Asks about one person and says how many milliseconds the whole answer took; undefined when something of this machine disturbed it. */
  readonly time: (person: SpineId) => Promise<number | undefined>;
}

/** What two worlds took. */
export interface Timed {
  /** Timed calls, both worlds together. */
  readonly calls: number;
  /** The middle of each, in milliseconds. */
  readonly medians: readonly [number, number];
  readonly p: number;
  /** Milliseconds that one world would have had to be later, always, to be told from the other: how sharp the eye was. */
  readonly sharpness: number;
}

/** Below this two worlds are told apart: one in a hundred by chance alone. */
const TOLD_APART = 0.01;

export const isToldApart = (p: number): boolean => p < TOLD_APART;

/** Calls of each world before those that are timed, at most: what warms up once must not be taken for a difference. */
const UNCOUNTED = 200;
const DISTURBED_AT_MOST = 0.05;

/**
 * Times both worlds in turn, one call of each after the other, which of them first by chance, about one pair of people
 * after the other by chance: what the machine does meanwhile it does to both. Throws when more than one in twenty was disturbed.
 */
export async function measure(pairs: readonly (readonly [SpineId, SpineId])[], { calls, random, time }: Measuring): Promise<Timed> {
  const uncounted = Math.min(UNCOUNTED, calls);
  const taken: readonly [number[], number[]] = [[], []];
  let disturbed = 0;
  for (let round = -uncounted; round < calls;) {
    const pair = random.of(pairs), first = random.below(2) as 0 | 1, second = (1 - first) as 0 | 1;
    const times = { [first]: await time(pair[first]), [second]: await time(pair[second]) };
    if (times[0] === undefined || times[1] === undefined) {
      if (++disturbed > DISTURBED_AT_MOST * (calls + uncounted)) throw new Error('this machine is too busy to time anything');
      continue;
    }
    if (round++ < 0) continue;
    taken[0].push(times[0]);
    taken[1].push(times[1]);
  }
  return { calls: 2 * calls, medians: [middle(taken[0]), middle(taken[1])], p: mannWhitney(taken[0], taken[1]).p, sharpness: sharpnessOf(taken[0]) };
}

const middle = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** The least shift by which a sample is told from itself, to a hundredth of a millisecond. */
function sharpnessOf(numbers: readonly number[]): number {
  let low = 0, high = Math.max(...numbers);
  while (high - low > 0.01) {
    const shift = (low + high) / 2;
    if (isToldApart(mannWhitney(numbers, numbers.map((one) => one + shift)).p)) high = shift;
    else low = shift;
  }
  return high;
}
