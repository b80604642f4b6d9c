const FORM = /^([A-Z])([A-Z])\d{6}[A-D]$/;
const NEVER_FIRST = 'DFIQUV';
const NEVER_SECOND = 'DFIOQUV';
const NEVER_USED: ReadonlySet<string> = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ']);

/**
 * Could this be somebody's National Insurance number? Two letters that are given out, six digits and a letter from A to
 * D, without spaces. The letters D, F, I, Q, U and V are in no prefix, O is never second, and seven prefixes are not used.
 * @see https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110
 */
export function isNationalInsuranceNumber(text: string): boolean {
  const [, first, second] = FORM.exec(text) ?? [];
  return first !== undefined && second !== undefined && !NEVER_FIRST.includes(first) && !NEVER_SECOND.includes(second) && !NEVER_USED.has(first + second);
}

/** A number of that form that nobody can have: its prefix is QQ, which is never given out. Whole numbers from 0, taken modulo a million. */
export const unrealNationalInsuranceNumber = (from: number): string => `QQ${String(from % 1_000_000).padStart(6, '0')}${'ABCD'[from % 4]}`;
