import { checkedModuloEleven } from './checkedNumber.ts';

/**
 * Scottish Candidate Numbers: eight digits (two of the year of issue, six that are arbitrary) and a check digit, as text,
 * the leading zero kept.
 * @see https://www.hesa.ac.uk/collection/c07051/n/scn
 */
export const CANDIDATE_NUMBER = checkedModuloEleven([3, 2, 7, 6, 5, 4, 3, 2]);

const STEMS = 100_000_000;
/** No run of stems that somebody may have is longer: one of so many that follow each other is always unreal. */
const STRIDE = 23;
/** Stems of these years are for generated people: the demo people's are of earlier ones. */
const FIRST = 24_000_000;
const NUMBERS = Math.floor((STEMS - FIRST) / STRIDE);
/** Prime, and no factor of NUMBERS: it puts those who follow each other far apart. */
const APART = 1_000_003;
/** People of one seed before those of the next. */
const OF_A_SEED = 100_000;

/**
 * A number of the right form that nobody can have: its stem is the first at or after `from` that has no check digit.
 * Whole numbers from 0 are taken modulo the number of stems; the last digit is always 0.
 */
export function unrealCandidateNumber(from: number): string {
  for (let at = from % STEMS; ; at = (at + 1) % STEMS) {
    const stem = String(at).padStart(8, '0');
    if (CANDIDATE_NUMBER.isProvablyUnreal(stem)) return `${stem}0`;
  }
}

/**
 * The unreal number of the person at a place among the people of a seed: another for each of them, as the register has each
 * number once. Undefined from place 3,304,347 on. Up to 33 seeds that follow each other, of 100,000 people each, share none.
 */
export function candidateNumberAt(seed: number, place: number): string | undefined {
  if (place >= NUMBERS) return undefined;
  const nth = ((seed * OF_A_SEED + place) % NUMBERS) * APART % NUMBERS;
  return unrealCandidateNumber(FIRST + nth * STRIDE);
}
