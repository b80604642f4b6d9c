import { isDay } from '@thegither/vocabulary';

const TYPED = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/;

/** A day as it was typed, as YYYY-MM-DD: as browsers send it, or 22/11/2026 from one that knows no calendar. Undefined for what is no day. */
export function readDay(text: string): string | undefined {
  const [, day, month, year] = TYPED.exec(text) ?? [];
  const read = year === undefined ? text : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return isDay(read) ? read : undefined;
}
