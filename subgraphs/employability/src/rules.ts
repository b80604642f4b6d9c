import { anyCaller, restrictionRules, worksWithPeople, type RootRules } from '@thegither/subgraph';

/** What employability works by is open data: whoever has signed in may read it. Who supports people writes down talks; whom they support and what they see of them, the act itself asks. Records are kept from a person by two workers of the agency whose they are. */
export const employabilityRules: RootRules = {
  Query: {
    stages: anyCaller, programmes: anyCaller, barrierKinds: anyCaller, assessmentDomains: anyCaller, employabilitySkills: anyCaller, activityKinds: anyCaller, funds: anyCaller,
  },
  Mutation: { ...restrictionRules('Employability'), writeSupportContact: worksWithPeople },
};
