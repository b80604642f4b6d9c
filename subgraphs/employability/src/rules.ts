import { anyCaller, restrictionRules, type RootRules } from '@thegither/subgraph';

/** What employability works by is open data: whoever has signed in may read it. Records are kept from a person by two workers of the agency whose they are. */
export const employabilityRules: RootRules = {
  Query: {
    stages: anyCaller, programmes: anyCaller, barrierKinds: anyCaller, assessmentDomains: anyCaller, employabilitySkills: anyCaller, activityKinds: anyCaller, funds: anyCaller,
  },
  Mutation: restrictionRules('Employability'),
};
