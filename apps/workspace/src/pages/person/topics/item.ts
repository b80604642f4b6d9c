import { dayOf, timeOf } from '@thegither/pages';
import { fill, workspaceWords } from '@thegither/words';

/** What is known of something: what it is called, and how it stands. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** One thing on record, in words. */
export interface Item {
  readonly title: string | undefined;
  readonly facts: readonly Fact[];
  /** The agency that keeps it. */
  readonly holder: string | undefined;
  /** The day or moment on which it was last written down, where the API tells. */
  readonly updated: string | undefined;
  /** The day on which it is to be looked at again. */
  readonly review: string | undefined;
  readonly inside: readonly ItemList[];
}

/** Things of one kind. */
export interface ItemList {
  readonly heading: string;
  readonly items: readonly Item[];
}

/** What the API leaves out where nobody wrote it down. */
type Told<Value> = Value | null | undefined;

/** The facts of a thing by their names, in this order; what nobody wrote down is left out. */
export const factsOf = (facts: Readonly<Record<string, Told<string | number>>>): Fact[] =>
  Object.entries(facts).flatMap(([label, value]) => (value === null || value === undefined || value === '' ? [] : [{ label, value: String(value) }]));

/** A thing: what it is called, its facts, and what else is known of it. */
export const itemOf = (title: Told<string>, facts: Readonly<Record<string, Told<string | number>>> = {}, more: {
  readonly controller?: Told<string>; readonly updated?: Told<string>; readonly review?: Told<string>; readonly inside?: readonly ItemList[];
} = {}): Item => ({
  title: title || undefined, facts: factsOf(facts), holder: more.controller ?? undefined,
  updated: more.updated ?? undefined, review: more.review ?? undefined, inside: (more.inside ?? []).filter(({ items }) => items.length > 0),
});

/** Things of one kind, from what the API told: one of them, a list, or nothing. */
export function listOf<Record>(heading: string, told: Told<Record | readonly Record[]>, present: (record: Record) => Item): ItemList {
  const isList = (value: Record | readonly Record[]): value is readonly Record[] => Array.isArray(value);
  const records = told === null || told === undefined ? [] : isList(told) ? told : [told];
  return { heading, items: records.map(present) };
}

/** A day, in words, where there is one. */
export const day = (told: Told<string>): string | undefined => (told ? dayOf(told) : undefined);

/** A day and the time on it, to the minute. */
export const moment = (told: Told<string>): string | undefined => (told ? `${dayOf(told)}, ${timeOf(told).slice(0, 5)}` : undefined);

/** Yes, no, or nothing where nobody asked. */
export const yesNo = (told: Told<boolean>): string | undefined => (told === null || told === undefined ? undefined : workspaceWords.person.codes[told ? 'yes' : 'no']);

/** Several in one line. */
export const joined = (told: Told<readonly string[]>): string | undefined => told?.join(', ');

/** Minutes after midnight as times of the day: "09:00 to 16:00". */
export function hours(from: Told<number>, to: Told<number>): string | undefined {
  if (from === null || from === undefined || to === null || to === undefined) return undefined;
  return fill(workspaceWords.person.facts.timeOf, { from: clock(from), to: clock(to) });
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
