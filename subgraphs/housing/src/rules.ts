import { anyCaller, type RootRules } from '@thegither/subgraph';

/** The lists of codes are open data: whoever has signed in may read them. */
export const housingRules: RootRules = { Query: { housingReasons: anyCaller, housingOutcomes: anyCaller, homelessDecisions: anyCaller } };
