import { dateColumn } from '@thegither/subgraph';
import type { GoalStory, StepStory } from '@thegither/synthetic';
import { each, labelsOf, type Told } from './told.ts';

/** Rows of plans and what is below them, and of what people say of themselves on the way. */
export function planRows(told: readonly Told[], newId: () => string) {
  const plans = each(told, ({ actionPlan }) => (actionPlan ? [actionPlan] : [])).map((plan) => ({ ...plan, id: newId() }));
  // A goal, a step and a review say themselves whose they are: the reader's decision is checked on every row.
  const goals = plans.flatMap(({ id, person, controller, goals: told }) =>
    told.map(({ steps, ...goal }, position) => ({ ...goal, ...daysOf(goal), ...labelsOf(goal), id: newId(), planId: id, person, controller, position, steps })));
  const steps = goals.flatMap(({ id, person, controller, steps: told }) =>
    told.map((step, position) => ({ ...step, ...daysOf(step), ...labelsOf(step), goalId: id, person, controller, position })));
  return {
    ActionPlan: plans.map(({ goals: _goals, reviews: _reviews, ...plan }) => ({ ...plan, agreedOn: dateColumn(plan.agreedOn), reviewOn: dateColumn(plan.reviewOn) })),
    Goal: goals.map(({ steps: _steps, ...goal }) => goal),
    Step: steps,
    PlanReview: plans.flatMap(({ id, person, controller, reviews = [] }) => reviews.map(({ on, held }) => ({ planId: id, person, controller, on: dateColumn(on), held }))),
    SkillRating: each(told, ({ skillRatings }) => skillRatings).map((row) => ({ ...row, ratedOn: dateColumn(row.ratedOn), ...labelsOf(row) })),
    SocialContact: each(told, ({ socialContact }) => socialContact).map((row) => ({ ...row, askedOn: dateColumn(row.askedOn), ...labelsOf(row) })),
    ReadinessItem: each(told, ({ readiness }) => readiness).map((row) => ({ ...row, checkedOn: dateColumn(row.checkedOn) })),
  };
}

const daysOf = ({ targetOn, agreedOn, archivedOn }: Omit<GoalStory, 'steps'> | StepStory) =>
  ({ targetOn: dateColumn(targetOn), agreedOn: dateColumn(agreedOn ?? null), archivedOn: dateColumn(archivedOn ?? null) });
