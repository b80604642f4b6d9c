import { checkedModuloEleven } from './checkedNumber.ts';

/**
 * CHI numbers, by which the NHS in Scotland knows people: nine digits (day of birth as DDMMYY, three more) and a check digit.
 * @see https://www.datadictionary.nhs.uk/attributes/community_health_index_number.html
 */
export const CHI = checkedModuloEleven([10, 9, 8, 7, 6, 5, 4, 3, 2]);

const SERIALS = 1000;

/**
 * A number of a CHI number's form that nobody can have: the day of birth (YYYY-MM-DD) as DDMMYY, then the first three
 * digits at or after `from` (a whole number from 0) for which no check digit exists; the last digit is always 0.
 */
export function unrealChi(born: string, from: number): string {
  const [year, month, day] = born.split('-');
  for (let serial = from % SERIALS; ; serial = (serial + 1) % SERIALS) {
    const stem = `${day}${month}${year?.slice(2)}${String(serial).padStart(3, '0')}`;
    if (CHI.isProvablyUnreal(stem)) return `${stem}0`;
  }
}
