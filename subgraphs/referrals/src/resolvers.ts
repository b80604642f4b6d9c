import { dayOf, mayReadLabels, restrictionActs, type SubgraphContext } from '@thegither/subgraph';
import { MOST_EVENTS, eventOf } from './eventOf.ts';
import type { Resolvers } from './generated/graphql.ts';
import { pageOf, readPlace, readSize } from './page.ts';
import { readQuarter } from './quarter.ts';
import { isStorable, readText } from './searchText.ts';
import type { ReferralRow, ReferralsStore } from './store.ts';

/** The directory of services, lists of codes, and the referrals of a person. */
export const referralsResolvers = (store: ReferralsStore): Resolvers => ({
  Query: {
    services: async (_root, { need, place, specialism, first, after }) => {
      const size = readSize(first), search = { need: readText(need), specialism: readText(specialism), place: readText(place), after: readPlace(after) };
      const [needCode, specialismCode, councils] = await Promise.all([
        search.need === undefined ? undefined : store.codeOf(search.need),
        search.specialism === undefined ? undefined : store.codeOf(search.specialism),
        search.place === undefined ? undefined : store.councilsIn(search.place),
      ]);
      return pageOf(await store.services({ need: needCode, specialism: specialismCode, councils, after: search.after }, size + 1), size);
    },
    service: (_root, { id }) => (isStorable(id) ? store.service(id) : null),
    councils: () => store.councils(),
    partnerships: () => store.partnerships(),
    terms: () => store.terms(),
    referralSources: () => store.referralSources(),
    signposts: async (_root, { year, quarter, place }) => {
      const days = readQuarter(year, quarter), where = readText(place);
      return store.signposts(days, where === undefined ? undefined : await store.councilsIn(where));
    },
  },
  Service: {
    __resolveReference: ({ id }) => (isStorable(id) ? store.service(id) : null),
    organisation: ({ organisationId }) => store.organisation(organisationId),
    areas: ({ national, councils }) => (national ? [] : councils),
    locations: ({ id }) => store.locationsOf(id),
    schedules: ({ id }) => store.schedulesOf(id),
    costs: ({ id }) => store.costsOf(id),
    terms: ({ id }) => store.termsOf(id),
  },
  ServiceLocation: { council: ({ councilCode }) => councilCode },
  Council: { aliases: async ({ code }) => (await store.aliasesOf(code)).map(({ written, kind, source }) => ({ alias: written, kind, source })) },
  Partnership: { councils: ({ code }) => store.councilsOf(code) },
  SignpostCount: { council: ({ councilCode }) => councilCode },
  Mutation: restrictionActs('Referrals', store.restrictions),
  Person: {
    referrals: ({ id }, _args, context) => store.referrals(id, context),
    referralTimeline: async ({ id }, _args, context) => (await store.events(id, context))?.slice(0, MOST_EVENTS).map(eventOf) ?? null,
  },
  Referral: {
    bundle: (referral, _args, context) => bundleOf(referral, context),
    history: (referral, _args, context) => store.stepsOf(referral, context),
    outcomes: (referral, _args, context) => store.goalsOf(referral, context),
  },
});

/** To name a category that went along is data of that category: a reader hears only of those that they may see themselves. */
function bundleOf(referral: ReferralRow, { decision }: SubgraphContext): string[] | null {
  const { person, controller, bundle } = referral, access = decision.of(person), row = { controller, day: dayOf(referral) };
  return access === undefined ? null : bundle.filter((category) => mayReadLabels(access, [category], row));
}
