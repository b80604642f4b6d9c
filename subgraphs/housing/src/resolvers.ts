import type { Resolvers } from './generated/graphql.ts';
import type { HousingStore } from './store.ts';

/** Housing's fields of a person. */
export const housingResolvers = (store: HousingStore): Resolvers => ({
  Person: {
    housingSituations: ({ id }, _args, context) => store.situations(id, context),
    homelessApplications: ({ id }, _args, context) => store.homelessApplications(id, context),
    rentAccounts: ({ id }, _args, context) => store.rentAccounts(id, context),
  },
});
