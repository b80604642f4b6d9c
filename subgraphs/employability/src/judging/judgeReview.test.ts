import { expect, test } from '@jest/globals';
import { judgeReview } from './judgeReview.ts';

const day = (text: string) => new Date(text);
const plan = { agreedOn: day('2026-06-30') };
const review = (on: string, held = true) => ({ on: day(on), held });

test.each([
  ['in the first month', 1, [], '2026-07-30', 'MET', 'REVIEWED_IN_TIME'],
  ['a day after the first month', 1, [], '2026-07-31', 'NOT_MET', 'REVIEW_OVERDUE'],
  ['by the quarter, after two months', 3, [], '2026-08-30', 'MET', 'REVIEWED_IN_TIME'],
  ['by the quarter, on its last day', 3, [], '2026-09-30', 'MET', 'REVIEWED_IN_TIME'],
  ['by the quarter, the day after', 3, [], '2026-10-01', 'NOT_MET', 'REVIEW_OVERDUE'],
  ['counted from the latest review, whatever their order', 1, [review('2026-09-10'), review('2026-08-01')], '2026-10-10', 'MET', 'REVIEWED_IN_TIME'],
  ['a review that is still to come does not count', 1, [review('2026-12-01')], '2026-11-22', 'NOT_MET', 'REVIEW_OVERDUE'],
  ['the last review was left out by agreement', 1, [review('2026-11-01', false)], '2026-11-22', 'EXEMPT', 'REVIEW_LEFT_OUT'],
  ['that was agreed too long ago', 1, [review('2026-10-01', false)], '2026-11-22', 'NOT_MET', 'REVIEW_OVERDUE'],
  ['left out once and held since', 1, [review('2026-10-01', false), review('2026-11-01')], '2026-11-22', 'MET', 'REVIEWED_IN_TIME'],
] as const)('%s', (_what, everyMonths, reviews, on, verdict, because) => {
  expect(judgeReview({ everyMonths }, plan, reviews, day(on))).toEqual({ verdict, because });
});

test.each([null, day('2026-12-01')])('a plan agreed %s owes no review yet', (agreedOn) => {
  expect(judgeReview({ everyMonths: 1 }, { agreedOn }, [], day('2026-11-22'))).toEqual({ verdict: 'NOT_YET', because: 'PLAN_NOT_AGREED' });
});
