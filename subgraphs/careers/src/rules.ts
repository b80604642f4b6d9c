import { anyCaller, restrictionRules, type RootRules } from '@thegither/subgraph';

/** The lists of levels, pathways and occupations are open data: whoever has signed in may read them. Records are kept from a person by two workers of the agency whose they are. */
export const careersRules: RootRules = { Query: { scqfLevels: anyCaller, sectorPathways: anyCaller, unitGroups: anyCaller }, Mutation: restrictionRules('Careers') };
