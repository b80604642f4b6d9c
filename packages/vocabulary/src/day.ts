const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Is this text a day of the calendar, YYYY-MM-DD? Days compare as text. There is no year 0. */
export function isDay(text: unknown): text is string {
  const [, year = '', month = '', day = ''] = (typeof text === 'string' && FORM.exec(text)) || [];
  const length = month === '02' && isLeap(Number(year)) ? 29 : LENGTHS[Number(month) - 1];
  return length !== undefined && Number(year) > 0 && Number(day) >= 1 && Number(day) <= length;
}
