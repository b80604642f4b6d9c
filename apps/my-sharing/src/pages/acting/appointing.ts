import { POWERS, REGISTER, type Power } from '@thegither/vocabulary';
import { textOf, ticksOf, type Fields } from '@thegither/pages';

/** The questions, one a page, in their order. */
export const QUESTIONS = ['code', 'powers', 'topics', 'sensitive', 'months'] as const;

/** One of them. */
export type Question = (typeof QUESTIONS)[number];

/** How long somebody may be asked to act, in months. */
export const MONTHS = [1, 3, 6, 12] as const;

/** What the person has said so far. It travels in the form, and nothing is kept until the last page. */
export interface Appointment {
  readonly code: string;
  readonly powers: readonly Power[];
  readonly categories: readonly string[];
  readonly months: (typeof MONTHS)[number] | undefined;
  /** The pages that were sent. */
  readonly answered: readonly Question[];
}

/** What is to be shown next: a question, and whether it was sent without an answer; or everything to check. */
export type Step = { readonly kind: 'ASK'; readonly question: Question; readonly missing: boolean } | { readonly kind: 'CHECK' };

const OPEN = REGISTER.filter(({ bySelf }) => bySelf);

/** The topics of a page: the usual ones together, the sensitive ones on a page of their own. Notes on risk nobody reads about themselves. */
export const topicsAskedOn = (question: 'topics' | 'sensitive'): string[] =>
  OPEN.filter(({ ownAct, name }) => (ownAct || name === 'MY_SHARING') === (question === 'sensitive')).map(({ name }) => name);

/** Reads what was said: nothing that was not asked for. */
export function readAppointment(fields: Fields): Appointment {
  const ticked = ticksOf(fields, 'category'), powers = ticksOf(fields, 'power');
  return {
    code: textOf(fields, 'code'),
    powers: POWERS.filter((power) => powers.includes(power)),
    categories: OPEN.map(({ name }) => name).filter((name) => ticked.includes(name)),
    months: MONTHS.find((months) => String(months) === textOf(fields, 'months')),
    answered: QUESTIONS.filter((question) => ticksOf(fields, 'page').includes(question)),
  };
}

/** One question a page, nothing chosen beforehand. Topics are two pages, and one of either is enough. */
export function nextStep({ code, powers, categories, months, answered }: Appointment): Step {
  const isAnswered: Readonly<Record<Question, boolean>> = {
    code: code !== '', powers: powers.length > 0, topics: answered.includes('topics'), sensitive: answered.includes('sensitive') && categories.length > 0, months: months !== undefined,
  };
  const question = QUESTIONS.find((one) => !isAnswered[one]);
  return question === undefined ? { kind: 'CHECK' } : { kind: 'ASK', question, missing: answered.includes(question) };
}

/** The last day of so many months from now, in Scotland: of a shorter month its last. `now` in milliseconds since 1970. */
export function lastDayAfter(months: number, now: number): string {
  const [year, month, day] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(now)).split('-').map(Number) as [number, number, number];
  const longest = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, longest))).toISOString().slice(0, 10);
}
