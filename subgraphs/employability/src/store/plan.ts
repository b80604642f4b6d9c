import { labelledRows, personRows, type SubgraphContext } from '@thegither/subgraph';
import type { ActionPlan, Goal, PrismaClient } from '../generated/prisma/client.ts';

const CATEGORIES = ['ACTION_PLAN'];
const inOrder = [{ position: 'asc' as const }, { id: 'asc' as const }];

/** Plans with what is below them. Goals, steps and reviews are loaded for all plans of a request at once, and sorted under theirs afterwards. */
export function planTables(db: PrismaClient) {
  const goals = labelledRows(CATEGORIES, 'agreedOn', (where) => db.goal.findMany({ where, orderBy: inOrder }));
  const steps = labelledRows(CATEGORIES, 'agreedOn', (where) => db.step.findMany({ where, orderBy: inOrder }));
  const reviews = personRows(CATEGORIES, 'on', (where) => db.planReview.findMany({ where, orderBy: [{ on: 'desc' }, { id: 'asc' }] }));
  return {
    actionPlans: personRows(CATEGORIES, 'agreedOn', (where) =>
      db.actionPlan.findMany({ where, orderBy: [{ agreedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    goalsOf: async (plan: ActionPlan, context: SubgraphContext) => (await goals(plan.person, context))?.filter(({ planId }) => planId === plan.id) ?? null,
    stepsOf: async (goal: Goal, context: SubgraphContext) => (await steps(goal.person, context))?.filter(({ goalId }) => goalId === goal.id) ?? null,
    reviewsOf: async (plan: ActionPlan, context: SubgraphContext) => (await reviews(plan.person, context))?.filter(({ planId }) => planId === plan.id) ?? null,
  };
}
