import type { Resolvers } from './generated/graphql.ts';
import type { CareersStore } from './store.ts';

/** Careers' fields of a person. */
export const careersResolvers = (store: CareersStore): Resolvers => ({
  Person: {
    skills: ({ id }, _args, context) => store.skills(id, context),
    qualifications: ({ id }, _args, context) => store.qualifications(id, context),
    careerPlans: ({ id }, _args, context) => store.careerPlans(id, context),
    workHistory: ({ id }, _args, context) => store.workHistory(id, context),
  },
});
