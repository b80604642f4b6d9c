import type { Random } from '../../harness/random.ts';
import type { Compared } from '../compare.ts';
import type { House } from '../house.ts';

/** One part of the proof: what was held against each other, and in what it differed. */
export interface Part {
  readonly title: string;
  readonly comparisons: number;
  /** What was asked, and where two worlds differed; never what stood there. */
  readonly differences: readonly string[];
}

/** How much is asked. */
export interface Proof {
  readonly house: House;
  readonly random: Random;
  /** Of what is asked beyond once for each reason and each pair, so many of a hundred. */
  readonly percent: number;
}

/** Takes down one comparison of a part after the other. */
export interface Tally {
  add(what: string, compared: Pick<Compared, 'comparisons' | 'differences'>): void;
  /** Takes down that something did not go as it must for the comparison to say anything. */
  fault(what: string): void;
  readonly part: Part;
}

/** Begins to count. */
export function createTally(title: string): Tally {
  const differences: string[] = [];
  let comparisons = 0;
  return {
    add(what, compared) {
      comparisons += compared.comparisons;
      differences.push(...compared.differences.map((place) => `${what}: ${place}`));
    },
    fault: (what) => void differences.push(what),
    get part() {
      return { title, comparisons, differences };
    },
  };
}
