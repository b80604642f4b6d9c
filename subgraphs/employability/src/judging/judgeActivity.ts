import { daysAfter, daysBetween, earlier } from './days.ts';
import type { Judgement } from './finding.ts';

/** How much activity a rule asks for. */
export interface ActivityMeasure {
  readonly minutesAWeek: number;
  /** Over how many weeks it is averaged: with one, a single week of illness breaks the rule. */
  readonly averageOver: number;
  readonly countsEducation: boolean;
}

/** Time spent on something. */
export interface JudgedActivity {
  readonly on: Date;
  readonly minutes: number;
  readonly isEducation: boolean;
}

/** Days from the first to the last that are agreed not to count, or that a spell of support lasts. */
export interface Days {
  readonly startedOn: Date;
  readonly endedOn: Date | null;
}

/**
 * Was there enough activity in the weeks up to this day, or up to the spell's end where that came first? Days that are
 * agreed not to count ask for nothing; what was done on them counts all the same. Whole numbers throughout: nobody
 * fails by a rounded half minute.
 */
export function judgeActivity(rule: ActivityMeasure, spell: Days, activities: readonly JudgedActivity[], pauses: readonly Days[], on: Date): Judgement {
  const end = earlier(on, spell.endedOn);
  const first = daysAfter(end, 1 - rule.averageOver * 7);
  if (spell.startedOn > first) return { verdict: 'NOT_YET', because: 'TOO_EARLY_TO_AVERAGE' };
  const days = rule.averageOver * 7 - pausedDays(pauses, first, end);
  if (days === 0) return { verdict: 'EXEMPT', because: 'PAUSED' };
  const spent = activities.filter((one) => first <= one.on && one.on <= end && (rule.countsEducation || !one.isEducation));
  const minutes = spent.reduce((sum, one) => sum + one.minutes, 0);
  return minutes * 7 >= rule.minutesAWeek * days ? { verdict: 'MET', because: 'ENOUGH_ACTIVITY' } : { verdict: 'NOT_MET', because: 'TOO_LITTLE_ACTIVITY' };
}

/** Pauses may overlap: each day counts once. */
function pausedDays(pauses: readonly Days[], first: Date, end: Date): number {
  const window = Array.from({ length: daysBetween(first, end) + 1 }, (_, index) => daysAfter(first, index));
  return window.filter((day) => pauses.some(({ startedOn, endedOn }) => startedOn <= day && (endedOn === null || day <= endedOn))).length;
}
