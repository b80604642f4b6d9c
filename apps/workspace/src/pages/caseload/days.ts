const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The calendar day in Scotland of a moment (an ISO date-time, or milliseconds since 1970), as YYYY-MM-DD: days compare as text. */
export const scottishDay = (moment: string | number): string => DAY.format(new Date(moment));

/** The day that comes so many days after one, both as YYYY-MM-DD. Days are counted in the calendar, so that no change of the clocks makes one longer. */
export const daysAfter = (day: string, count: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
};

/** The time of day in Scotland, to the minute: 14:02. */
export const clockOf = (moment: string): string => CLOCK.format(new Date(moment));
