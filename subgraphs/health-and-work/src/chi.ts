import { CHI } from '@thegither/synthetic';

/** A CHI number that can be somebody's: ten digits as text, because a leading zero counts. It is never a key. */
export type Chi = string & { readonly __chi: unique symbol };

const FORM = /^(\d{2})(\d{2})(\d{2})\d{4}$/;
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Reads a CHI number: ten digits that begin with a day of birth (DDMMYY) and end with the right check digit. Undefined
 * for anything else, and so for every number of an unreal person. The number does not name its century: 29 February is
 * a day of every year but 1900, which no number of today means.
 * @see https://www.datadictionary.nhs.uk/attributes/community_health_index_number.html
 */
export function parseChi(value: unknown): Chi | undefined {
  const [text, day, month, year] = (typeof value === 'string' && FORM.exec(value)) || [];
  if (!text || !isDay(Number(day), Number(month), Number(year))) return undefined;
  return CHI.isWhole(text) ? (text as Chi) : undefined;
}

/** What the ninth digit says of how the person was registered: an even one of a woman, an odd one of a man. */
export const registeredAs = (chi: Chi): 'FEMALE' | 'MALE' => (Number(chi[8]) % 2 === 0 ? 'FEMALE' : 'MALE');

function isDay(day: number, month: number, year: number): boolean {
  const longest = LONGEST_MONTHS[month - 1];
  if (longest === undefined || day < 1 || day > longest) return false;
  return month !== 2 || day !== 29 || year % 4 === 0;
}
