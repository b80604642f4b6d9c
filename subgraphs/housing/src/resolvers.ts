import { restrictionActs } from '@thegither/subgraph';
import type { Resolvers } from './generated/graphql.ts';
import type { HousingStore } from './store.ts';

/** A timeline tells no more events than this. */
const LATEST = 200;

/** Housing's fields of a person, and the lists of its codes. */
export const housingResolvers = (store: HousingStore): Resolvers => ({
  Query: {
    housingReasons: () => store.reasons(),
    housingOutcomes: () => store.outcomes(),
    homelessDecisions: () => store.decisions(),
  },
  Mutation: restrictionActs('Housing', store.restrictions),
  Person: {
    tenancies: ({ id }, _args, context) => store.tenancies(id, context),
    housingSituations: ({ id }, _args, context) => store.situations(id, context),
    whereILiveTimeline: async ({ id }, _args, context) => latest(await store.whereILiveTimeline(id, context)),
    noFixedAddress: ({ id }, _args, context) => store.noFixedAddress(id, context),
    housingApproaches: ({ id }, _args, context) => store.approaches(id, context),
    homelessApplications: ({ id }, _args, context) => store.homelessApplications(id, context),
    askedAboutHousing: ({ id }, _args, context) => store.askedAboutHousing(id, context),
    homelessnessHelpTimeline: async ({ id }, _args, context) => latest(await store.homelessnessHelpTimeline(id, context)),
    rentAccounts: ({ id }, _args, context) => store.rentAccounts(id, context),
    housingMoneyTimeline: async ({ id }, _args, context) => latest(await store.housingMoneyTimeline(id, context)),
  },
});

const latest = <Row>(rows: Row[] | null): Row[] | null => rows && rows.slice(0, LATEST);
