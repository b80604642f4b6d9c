import { DAY_MS } from '@thegither/synthetic';

const HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' });
const known = new Map<string, number>();

/** The exclusive end, in milliseconds since 1970, of a day (YYYY-MM-DD) in Scotland: as `endOf` in src/events has it from the database. Midnight there is midnight in UTC, or in summer an hour before. */
export function endOfDayInScotland(day: string): number {
  const earlier = known.get(day);
  if (earlier !== undefined) return earlier;
  const midnight = Date.parse(`${day}T00:00:00Z`) + DAY_MS;
  const end = HOUR.format(midnight) === '00' ? midnight : midnight - 3_600_000;
  known.set(day, end);
  return end;
}
