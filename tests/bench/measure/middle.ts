/** The median of numbers, and how far they lie apart. */
export interface Middle {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The middle of at least one number. */
export function middleOf(numbers: readonly number[]): Middle {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const median = (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
  return { median, least: sorted[0]!, most: sorted.at(-1)! };
}
