const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

/** A day as people say it here: 22 November 2026. */
export const dayOf = (moment: string): string => DAY.format(new Date(moment));

/** The time of day, to the second, for what happened just now: 14:02:07. */
export const timeOf = (moment: string): string => TIME.format(new Date(moment));

/** Day and time: 22 November 2026, 14:02:07. */
export const momentOf = (moment: string): string => `${dayOf(moment)}, ${timeOf(moment)}`;
