import { anyCaller, type RootRules } from '@thegither/subgraph';

/** The list of needs is open data: whoever has signed in may read it. */
export const peopleRules: RootRules = { Query: { accessNeedKinds: anyCaller } };
