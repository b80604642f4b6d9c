import { anyCaller, type RootRules } from '@thegither/subgraph';

/** What employability works by is open data: whoever has signed in may read it. */
export const employabilityRules: RootRules = {
  Query: {
    stages: anyCaller, programmes: anyCaller, barrierKinds: anyCaller, assessmentDomains: anyCaller, employabilitySkills: anyCaller, activityKinds: anyCaller, funds: anyCaller,
  },
};
