import { firstRow, restrictionActs } from '@thegither/subgraph';
import { contactRouteFor } from './contactRoute.ts';
import type { Resolvers } from './generated/graphql.ts';
import type { PeopleStore } from './store.ts';

/** The fields that say who a person is and how to reach them, and the list of needs. */
export const peopleResolvers = (store: PeopleStore): Resolvers => ({
  Query: { accessNeedKinds: () => store.accessNeedKinds() },
  Mutation: restrictionActs('People', store.restrictions),
  Person: {
    name: async ({ id }, _args, context) => firstRow(await store.names(id, context)),
    contact: async ({ id }, _args, context) => contactRouteFor(await store.contactRoutes(id, context), context),
    contactPreference: async ({ id }, _args, context) => firstRow(await store.contactPreferences(id, context)),
    digitalAccess: async ({ id }, _args, context) => firstRow(await store.digitalAccess(id, context)),
    legalName: async ({ id }, _args, context) => firstRow(await store.legalNames(id, context)),
    externalIdentifiers: ({ id }, _args, context) => store.externalIdentifiers(id, context),
    accessNeeds: ({ id }, _args, context) => store.accessNeeds(id, context),
  },
});
