import { anyCaller, anyWorker, type RootRules } from '@thegither/subgraph';

/** The directory of services and the lists of codes are open data: whoever has signed in may read them. Counts are for workers. */
export const referralsRules: RootRules = {
  Query: { services: anyCaller, service: anyCaller, councils: anyCaller, partnerships: anyCaller, terms: anyCaller, referralSources: anyCaller, signposts: anyWorker },
};
