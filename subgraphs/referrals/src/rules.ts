import { anyCaller, anyWorker, restrictionRules, type RootRules } from '@thegither/subgraph';

/** The directory of services and the lists of codes are open data: whoever has signed in may read them. Counts are for workers. Records are kept from a person by two workers of the agency whose they are. */
export const referralsRules: RootRules = {
  Query: { services: anyCaller, service: anyCaller, councils: anyCaller, partnerships: anyCaller, terms: anyCaller, referralSources: anyCaller, signposts: anyWorker },
  Mutation: restrictionRules('Referrals'),
};
