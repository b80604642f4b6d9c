import { HouseError } from '@thegither/vocabulary';
import type { ShiftInput, Weekday } from './generated/graphql.ts';
import type { WorkLimitRow } from './store.ts';

/** When a limit stands: the part of a row that a clash can depend on. */
export type LimitTimes = Pick<WorkLimitRow, 'day' | 'from' | 'to' | 'until'>;

const DAYS: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const DAY = 24 * 60;
const WEEK = DAYS.length * DAY;

/** Minutes of a week from Monday's midnight; the end is exclusive and may lie in the next week. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Would the shift clash with something the person must attend? True or false and nothing else: not what, nor when, nor
 * how much. A limit of a place alone, or one that is over on `today` (2026-11-22), clashes with nothing. A shift or a
 * limit that ends before it begins goes on past midnight.
 * @throws HouseError INVALID_INPUT for times that are not minutes of a day
 */
export function clashes(limits: readonly LimitTimes[], shift: ShiftInput, today: string): boolean {
  const offered = offeredSpan(shift);
  return limits.filter(({ until }) => until === null || dayOf(until) >= today).flatMap(spansOf).some((limit) => meet(offered, limit));
}

function offeredSpan({ day, from, to }: ShiftInput): Span {
  if (!isMinute(from) || !isMinute(to) || from === to) throw new HouseError('INVALID_INPUT', 'A shift begins and ends at different minutes of a day, from 0 to 1440.');
  return spanOn(day, from, to);
}

/** Every stretch of a week in which a limit holds. A day without times is the whole day. */
function spansOf({ day, from, to }: LimitTimes): Span[] {
  if (day === null && from === null && to === null) return [];
  return (day === null ? DAYS : [day]).map((each) => spanOn(each, from ?? 0, to ?? DAY));
}

function spanOn(day: Weekday, from: number, to: number): Span {
  const midnight = DAYS.indexOf(day) * DAY;
  return { from: midnight + from, to: midnight + (to > from ? to : to + DAY) };
}

// Sunday night goes on into Monday: each is also looked at a week later and a week earlier.
const meet = (a: Span, b: Span): boolean => [-WEEK, 0, WEEK].some((shift) => a.from + shift < b.to && b.from < a.to + shift);

const isMinute = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= DAY;

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
