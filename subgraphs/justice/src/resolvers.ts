import { onlyWith, restrictionActs } from '@thegither/subgraph';
import { clashes } from './clash.ts';
import type { Resolvers } from './generated/graphql.ts';
import type { JusticeStore, LiberationPlanRow, PaybackOrderRow } from './store.ts';

/** Justice's fields of a person. */
export const justiceResolvers = (store: JusticeStore): Resolvers => ({
  Mutation: restrictionActs('Justice', store.restrictions),
  Person: {
    workLimits: ({ id }, _args, context) => store.workLimits(id, context),
    async unpaidWorkClash({ id }, { shift }, context) {
      const limits = await store.workLimits(id, context);
      return limits && clashes(limits, shift, new Date(context.now).toISOString().slice(0, 10));
    },
    justiceSupport: ({ id }, _args, context) => store.support(id, context),
    paybackOrders: ({ id }, _args, context) => store.paybackOrders(id, context),
    liberationPlans: ({ id }, _args, context) => store.liberationPlans(id, context),
    licenceConditions: ({ id }, _args, context) => store.licenceConditions(id, context),
    convictions: ({ id }, _args, context) => store.convictions(id, context),
    riskNotes: ({ id }, _args, context) => store.riskNotes(id, context),
    justiceSupportTimeline: ({ id }, _args, context) => store.justiceSupportTimeline(id, context),
    justiceLimitsTimeline: ({ id }, _args, context) => store.justiceLimitsTimeline(id, context),
    convictionsTimeline: ({ id }, _args, context) => store.convictionsTimeline(id, context),
  },
  CommunityPaybackOrder: {
    slots: (order, _args, context) => store.slotsOf(order, context),
    // That somebody drinks is health data too: the order alone does not tell it.
    treatment: onlyWith(['CONVICTIONS', 'MENTAL_HEALTH_AND_RECOVERY'], (order: PaybackOrderRow) => order.treatment),
  },
  LiberationPlan: { homeDetentionCurfew: (plan) => curfewOf(plan) },
});

const curfewOf = ({ curfewFrom, curfewUntil, homeFrom, homeTo }: LiberationPlanRow) =>
  curfewFrom && { from: curfewFrom, until: curfewUntil, homeFrom, homeTo };
