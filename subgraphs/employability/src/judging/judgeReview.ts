import { monthsAfter } from './days.ts';
import type { Judgement } from './finding.ts';

/** How often a rule asks for a plan to be looked at. */
export interface ReviewMeasure {
  readonly everyMonths: number;
}

/** A day on which a plan was looked at, or on which that was left out by agreement. */
export interface JudgedReview {
  readonly on: Date;
  readonly held: boolean;
}

/** Has the plan been looked at in time, on this day? Counted from the day the person agreed to it; nothing is asked of a plan that nobody agreed to. */
export function judgeReview({ everyMonths }: ReviewMeasure, plan: { readonly agreedOn: Date | null }, reviews: readonly JudgedReview[], on: Date): Judgement {
  if (plan.agreedOn === null || plan.agreedOn > on) return { verdict: 'NOT_YET', because: 'PLAN_NOT_AGREED' };
  const begun: JudgedReview = { on: plan.agreedOn, held: true };
  const latest = reviews.filter((review) => review.on <= on).reduce((last, review) => (review.on > last.on ? review : last), begun);
  if (on > monthsAfter(latest.on, everyMonths)) return { verdict: 'NOT_MET', because: 'REVIEW_OVERDUE' };
  return latest.held ? { verdict: 'MET', because: 'REVIEWED_IN_TIME' } : { verdict: 'EXEMPT', because: 'REVIEW_LEFT_OUT' };
}
