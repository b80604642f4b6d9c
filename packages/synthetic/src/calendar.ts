/** Milliseconds in a day. */
export const DAY_MS = 86_400_000;

// Howard Hinnant's civil calendar, in whole numbers: a domain package has no clock and no Date.
const ERA_DAYS = 146_097;
const EPOCH_SHIFT = 719_468;

function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * ERA_DAYS + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - EPOCH_SHIFT;
}

const two = (part: number) => String(part).padStart(2, '0');

function textOf(days: number): string {
  const shifted = days + EPOCH_SHIFT;
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfYear - Math.floor((153 * march + 2) / 5) + 1)}`;
}

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The calendar day that is so many days after `today` (before it, when negative), so that "leaves prison in six weeks"
 * stays true whenever the stories are told. Both as YYYY-MM-DD; RangeError when `today` is not of that form.
 */
export function dayAfter(today: string, days: number): string {
  const [, year, month, day] = FORM.exec(today) ?? [];
  if (!year || !month || !day) throw new RangeError('a day is written YYYY-MM-DD');
  return textOf(daysSinceEpoch(Number(year), Number(month), Number(day)) + days);
}

/** The calendar day, in UTC, of an instant in milliseconds since 1970. */
export const dayOf = (at: number): string => textOf(Math.floor(at / DAY_MS));
