const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' });

/** The calendar day in Scotland as people read it, for example "3 March 2026". */
export const dayInWords = (at: number): string => DAY.format(at);
