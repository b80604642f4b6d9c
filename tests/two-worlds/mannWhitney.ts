/** What the test of Mann and Whitney says of two samples. */
export interface MannWhitney {
  /** How often one of the first is the greater of two, a draw for a half. */
  readonly u: number;
  /** How likely samples that lie apart so far, or farther, come of one and the same thing: from 0 to 1. */
  readonly p: number;
}

/**
 * Do two samples come of the same thing? Two-sided, by ranks, so that a slow call now and then weighs no more than any
 * other; by the normal approximation with the correction for ties and for continuity, which wants some twenty of each.
 * Throws RangeError for an empty sample.
 * @see Mann and Whitney, "On a test of whether one of two random variables is stochastically larger than the other", 1947
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): MannWhitney {
  if (first.length === 0 || second.length === 0) throw new RangeError('there is nothing to compare');
  const { ranks, ties } = ranked([...first, ...second]);
  const m = first.length, n = second.length, all = m + n;
  const u = ranks.slice(0, m).reduce((sum, rank) => sum + rank, 0) - (m * (m + 1)) / 2;
  const spread = Math.sqrt(((m * n) / 12) * (all + 1 - ties / (all * (all - 1))));
  const apart = Math.max(0, Math.abs(u - (m * n) / 2) - 0.5);
  return { u, p: spread === 0 ? 1 : Math.min(1, 2 * beyond(apart / spread)) };
}

/** Each number's place in their order, equal ones sharing theirs; and of the ties the sum of t³ - t. */
function ranked(numbers: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const order = numbers.map((_, index) => index).toSorted((a, b) => numbers[a]! - numbers[b]!);
  const ranks = Array.from(numbers, () => 0);
  let ties = 0;
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && numbers[order[to]!] === numbers[order[from]!]) to++;
    for (const index of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, ties };
}

/** How much of a normal distribution lies beyond so many standard deviations, to seven digits. @see Press et al., "Numerical Recipes", erfc */
function beyond(deviations: number): number {
  const x = deviations / Math.SQRT2, t = 2 / (2 + x);
  const terms = [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
  return (t * Math.exp(-x * x + terms.reduceRight((sum, term) => term + t * sum, 0))) / 2;
}
