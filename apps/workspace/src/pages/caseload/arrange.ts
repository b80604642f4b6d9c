import { daysAfter } from './days.ts';
import { ANY, type Filters } from './filters.ts';
import type { Line } from './readLine.ts';

/** A review is due when its day comes within so many days. */
export const DUE_DAYS = 14;

const NAMES = new Intl.Collator('en-GB');

/** The lines that a choice leaves, in its order. Who cannot be judged by a filter, because that is not shared, is not among them. */
export const arrange = (lines: readonly Line[], filters: Filters, today: string): Line[] =>
  lines.filter((line) => passes(line, filters, today)).toSorted((one, other) => ORDERS[filters.sort](one, other) || byName(one, other));

function passes(line: Line, { stage, need, review, sharing, area }: Filters, today: string): boolean {
  return (stage === undefined || line.stage?.number === stage)
    && (need === undefined || need === ANY || (line.needs?.some(({ code }) => code === need) ?? false))
    && (area === undefined || area === ANY || (line.areas?.includes(area) ?? false))
    && (review === undefined || reviewStands(line.reviewOn, today) === review)
    && (sharing === undefined || sharesLike(line, sharing));
}

/** How a review stands on a day; undefined when there is none, or not soon. */
export function reviewStands(reviewOn: string | undefined, today: string): 'overdue' | 'due' | undefined {
  if (reviewOn === undefined || reviewOn > daysAfter(today, DUE_DAYS)) return undefined;
  return reviewOn < today ? 'overdue' : 'due';
}

const sharesLike = ({ topics, isWaiting }: Line, how: NonNullable<Filters['sharing']>): boolean =>
  (how === 'waiting' ? isWaiting : topics !== undefined && topics.beyondName === (how === 'some'));

type Order = (one: Line, other: Line) => number;

/** Nothing comes after everything. */
const lastIfNone = <Value>(compare: (one: Value, other: Value) => number) => (one: Value | undefined, other: Value | undefined): number => {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return compare(one, other);
};

const asText = lastIfNone<string>((one, other) => (one < other ? -1 : Number(one > other)));
const asNumber = lastIfNone<number>((one, other) => one - other);
const asName = lastIfNone<string>(NAMES.compare);

const endOf = ({ endsAt }: Line): number | undefined => (endsAt === undefined ? undefined : Date.parse(endsAt));

const byName: Order = (one, other) => asName(one.knownAs, other.knownAs);

const ORDERS: Readonly<Record<Filters['sort'], Order>> = {
  name: byName,
  stage: (one, other) => asNumber(one.stage?.number, other.stage?.number),
  next: (one, other) => asText(one.next?.on, other.next?.on),
  end: (one, other) => asNumber(endOf(one), endOf(other)),
};
