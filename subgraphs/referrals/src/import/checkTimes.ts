import type { CheckedCost, CheckedSchedule } from './checked.ts';
import type { Reader, Said } from './reader.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** When a service is open. Days of a month are kept in its words alone. */
export const checkSchedules = (service: Said, reader: Reader): CheckedSchedule[] => reader.objects(service['schedules'], 'schedules').map(({ item, at }) => {
  const [validFrom, validTo] = span(item, at, reader);
  return { ...hours(item, at, reader), days: days(item, at, reader), validFrom, validTo, description: reader.text(item['description'], `${at}.description`) };
});

function hours(item: Said, at: string, reader: Reader): Pick<CheckedSchedule, 'opensAt' | 'closesAt'> {
  const opensAt = reader.time(item['opens_at'], `${at}.opens_at`), closesAt = reader.time(item['closes_at'], `${at}.closes_at`);
  if (opensAt === null || closesAt === null || opensAt < closesAt) return { opensAt, closesAt };
  reader.leftOut(`${at}.closes_at`, 'It closes before it opens; its hours were left out.');
  return { opensAt: null, closesAt: null };
}

function days(item: Said, at: string, reader: Reader): string[] {
  const said = reader.line(item['byday'], `${at}.byday`);
  if (said === null || item['freq'] === 'MONTHLY') return [];
  const named = said.toUpperCase().split(/[,;\s]+/).filter((day) => day !== '');
  if (named.some((day) => !DAYS.includes(day))) reader.leftOut(`${at}.byday`, 'Some of its days cannot be read, and were left out.');
  return DAYS.filter((day) => named.includes(day));
}

/** What a service costs. An amount in another money is left out. */
export const checkCosts = (service: Said, reader: Reader): CheckedCost[] => reader.objects(service['cost_options'], 'cost_options').map(({ item, at }) => {
  const [validFrom, validTo] = span(item, at, reader);
  const amount = reader.number(item['amount'], `${at}.amount`, 0, 10_000_000), currency = reader.line(item['currency'], `${at}.currency`);
  const inPounds = currency === null || currency.toUpperCase() === 'GBP';
  if (!inPounds) reader.leftOut(`${at}.amount`, 'It is not in pounds, and was left out.');
  return {
    option: reader.line(item['option'], `${at}.option`), pence: amount === null || !inPounds ? null : Math.round(amount * 100),
    description: reader.text(item['amount_description'], `${at}.amount_description`), validFrom, validTo,
  };
});

function span(item: Said, at: string, reader: Reader): readonly [string | null, string | null] {
  const from = reader.day(item['valid_from'], `${at}.valid_from`), to = reader.day(item['valid_to'], `${at}.valid_to`);
  if (from === null || to === null || from <= to) return [from, to];
  reader.leftOut(`${at}.valid_to`, 'It ends before it begins; both days were left out.');
  return [null, null];
}

/** How many weeks "3 weeks", "10 days" or "2 months" are at most; null for other words. */
export function weeksIn(waitTime: string | null): number | null {
  const [, number, unit] = /^(?:about |up to )?(\d{1,3}) ?(day|week|month)s?$/i.exec(waitTime ?? '') ?? [];
  if (number === undefined || unit === undefined) return /^none|no wait(ing)?$/i.test(waitTime ?? '') ? 0 : null;
  const days = { day: 1, week: 7, month: 31 }[unit.toLowerCase() as 'day' | 'week' | 'month'] * Number(number);
  return Math.ceil(days / 7);
}
