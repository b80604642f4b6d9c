import { anyCaller, restrictionRules, type RootRules } from '@thegither/subgraph';

/** The list of needs is open data: whoever has signed in may read it. Records are kept from a person by two workers of the agency whose they are. */
export const peopleRules: RootRules = { Query: { accessNeedKinds: anyCaller }, Mutation: restrictionRules('People') };
