import { anyCaller, type RootRules } from '@thegither/subgraph';

/** The lists of levels, pathways and occupations are open data: whoever has signed in may read them. */
export const careersRules: RootRules = { Query: { scqfLevels: anyCaller, sectorPathways: anyCaller, unitGroups: anyCaller } };
