const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];
const STEM = /^\d{8}$/;

/**
 * The ninth digit of a Scottish Candidate Number, from its first eight (two of the year of issue, six that are arbitrary).
 * Undefined where no digit fits, so that no such number was ever given out.
 * @throws RangeError for anything that is not eight digits
 * @see https://www.hesa.ac.uk/collection/c07051/n/scn
 */
export function candidateCheckDigit(stem: string): string | undefined {
  if (!STEM.test(stem)) throw new RangeError('a stem is eight digits');
  const sum = WEIGHTS.reduce((all, weight, place) => all + weight * Number(stem[place]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? undefined : String(check);
}

/** Could this be somebody's Scottish Candidate Number? Nine digits as text, the leading zero kept, with the right check digit. */
export const isCandidateNumber = (text: string): boolean => /^\d{9}$/.test(text) && candidateCheckDigit(text.slice(0, 8)) === text[8];

/**
 * Can nobody have a Scottish Candidate Number that begins with these eight digits? One stem in eleven has no check digit.
 * @throws RangeError for anything that is not eight digits
 */
export const isProvablyUnreal = (stem: string): boolean => candidateCheckDigit(stem) === undefined;

const STEMS = 100_000_000;

/**
 * A number of the right form that nobody can have: its stem is the first at or after `from` that has no check digit.
 * Whole numbers from 0 are taken modulo the number of stems; the last digit is always 0.
 */
export function unrealCandidateNumber(from: number): string {
  for (let at = from % STEMS; ; at = (at + 1) % STEMS) {
    const stem = String(at).padStart(8, '0');
    if (isProvablyUnreal(stem)) return `${stem}0`;
  }
}
