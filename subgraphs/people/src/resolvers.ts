import { firstRow } from '@thegither/subgraph';
import { contactRouteFor } from './contactRoute.ts';
import type { Resolvers } from './generated/graphql.ts';
import type { PeopleStore } from './store.ts';

/** The fields that say who a person is and how to reach them. */
export const peopleResolvers = (store: PeopleStore): Resolvers => ({
  Person: {
    name: async ({ id }, _args, context) => firstRow(await store.names(id, context)),
    contact: async ({ id }, _args, context) => contactRouteFor(await store.contactRoutes(id, context), context),
    legalName: async ({ id }, _args, context) => firstRow(await store.legalNames(id, context)),
    accessNeeds: ({ id }, _args, context) => store.accessNeeds(id, context),
  },
});
