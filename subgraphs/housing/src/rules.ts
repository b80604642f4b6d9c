import { anyCaller, restrictionRules, type RootRules } from '@thegither/subgraph';

/** The lists of codes are open data: whoever has signed in may read them. Records are kept from a person by two workers of the agency whose they are. */
export const housingRules: RootRules = { Query: { housingReasons: anyCaller, housingOutcomes: anyCaller, homelessDecisions: anyCaller }, Mutation: restrictionRules('Housing') };
