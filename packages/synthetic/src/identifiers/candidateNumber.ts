import { checkedModuloEleven } from './checkedNumber.ts';

/**
 * Scottish Candidate Numbers: eight digits (two of the year of issue, six that are arbitrary) and a check digit, as text,
 * the leading zero kept.
 * @see https://www.hesa.ac.uk/collection/c07051/n/scn
 */
export const CANDIDATE_NUMBER = checkedModuloEleven([3, 2, 7, 6, 5, 4, 3, 2]);

const STEMS = 100_000_000;

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
