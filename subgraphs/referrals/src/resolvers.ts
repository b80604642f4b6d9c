import type { Resolvers } from './generated/graphql.ts';
import { pageOf, readPlace, readSize } from './page.ts';
import { isStorable, readText } from './searchText.ts';
import type { ReferralsStore } from './store.ts';

/** The directory of services, and the referrals of a person. */
export const referralsResolvers = (store: ReferralsStore): Resolvers => ({
  Query: {
    services: async (_root, { need, area, first, after }) => {
      const size = readSize(first);
      return pageOf(await store.services({ need: readText(need), area: readText(area), after: readPlace(after) }, size + 1), size);
    },
    service: (_root, { id }) => (isStorable(id) ? store.service(id) : null),
  },
  Service: { __resolveReference: ({ id }) => (isStorable(id) ? store.service(id) : null) },
  Person: { referrals: ({ id }, _args, context) => store.referrals(id, context) },
});
