const DAY_MS = 86_400_000;

/** The calendar day, at midnight UTC as a DATE column gives it, of a moment in milliseconds since 1970. */
export const dayAt = (now: number): Date => new Date(Math.floor(now / DAY_MS) * DAY_MS);

/** The day that is so many days later; earlier, when negative. */
export const daysAfter = (day: Date, days: number): Date => new Date(day.getTime() + days * DAY_MS);

/** How many days lie between two days; negative when the second is earlier. */
export const daysBetween = (first: Date, second: Date): number => Math.round((second.getTime() - first.getTime()) / DAY_MS);

/** The same day so many months later, or the month's last where it has no such day: a month after 31 January is 28 or 29 February. */
export function monthsAfter(day: Date, months: number): Date {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day.getUTCDate(), last)));
}

/** The earlier of two days; an end that is open is never the earlier one. */
export const earlier = (day: Date, end: Date | null): Date => (end !== null && end < day ? end : day);
