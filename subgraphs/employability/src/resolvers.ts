import { firstRow } from '@thegither/subgraph';
import type { Resolvers } from './generated/graphql.ts';
import type { EmployabilityStore } from './store.ts';

/** Employability's fields of a person, and what a plan is made of. */
export const employabilityResolvers = (store: EmployabilityStore): Resolvers => ({
  Person: {
    actionPlan: async ({ id }, _args, context) => firstRow(await store.actionPlans(id, context)),
    participations: ({ id }, _args, context) => store.participations(id, context),
    barriers: ({ id }, _args, context) => store.barriers(id, context),
    outcomes: ({ id }, _args, context) => store.outcomes(id, context),
  },
  ActionPlan: { goals: (plan, _args, context) => store.goalsOf(plan, context) },
  Goal: { steps: (goal, _args, context) => store.stepsOf(goal, context) },
});
