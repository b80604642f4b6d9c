import { anyCaller, type RootRules } from '@thegither/subgraph';

/** The directory of services is open data: whoever has signed in may read it. */
export const referralsRules: RootRules = { Query: { services: anyCaller, service: anyCaller } };
