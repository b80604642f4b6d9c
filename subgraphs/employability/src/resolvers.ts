import { firstRow, restrictionActs } from '@thegither/subgraph';
import { findings } from './findings.ts';
import type { Resolvers } from './generated/graphql.ts';
import type { EmployabilityStore } from './store.ts';
import { writeTalk } from './writing/writeTalk.ts';

/** Employability's fields of a person, what they are made of, and the open lists that it works by. */
export const employabilityResolvers = (store: EmployabilityStore): Resolvers => ({
  Query: {
    stages: () => store.stages(),
    programmes: () => store.programmes(),
    barrierKinds: () => store.barrierKinds(),
    assessmentDomains: () => store.assessmentDomains(),
    employabilitySkills: () => store.employabilitySkills(),
    activityKinds: () => store.activityKinds(),
    funds: () => store.funds(),
  },
  Mutation: {
    ...restrictionActs('Employability', store.restrictions),
    writeSupportContact: (_root, { input }, context) => writeTalk(store.keepTalk, input, context),
  },
  Person: {
    actionPlan: async ({ id }, _args, context) => firstRow(await store.actionPlans(id, context)),
    skillRatings: ({ id }, _args, context) => store.skillRatings(id, context),
    socialContact: ({ id }, _args, context) => store.socialContact(id, context),
    readiness: ({ id }, _args, context) => store.readiness(id, context),
    actionPlanTimeline: ({ id }, _args, context) => store.actionPlanTimeline(id, context),
    participations: ({ id }, _args, context) => store.participations(id, context),
    supportActivities: ({ id }, _args, context) => store.supportActivities(id, context),
    activityPauses: ({ id }, _args, context) => store.activityPauses(id, context),
    supportContacts: ({ id }, _args, context) => store.supportContacts(id, context),
    fundingAwards: ({ id }, _args, context) => store.fundingAwards(id, context),
    fundingConflicts: ({ id }, _args, context) => findings(store).ofFunding(id, context),
    supportReceivedTimeline: ({ id }, _args, context) => store.supportReceivedTimeline(id, context),
    barriers: ({ id }, _args, context) => store.barriers(id, context),
    assessments: ({ id }, _args, context) => store.assessments(id, context),
    sensitiveReadiness: ({ id }, _args, context) => store.sensitiveReadiness(id, context),
    barriersTimeline: ({ id }, _args, context) => store.barriersTimeline(id, context),
    outcomes: ({ id }, _args, context) => store.outcomes(id, context),
    workSinceTimeline: ({ id }, _args, context) => store.workSinceTimeline(id, context),
  },
  ActionPlan: {
    goals: (plan, _args, context) => store.goalsOf(plan, context),
    reviews: (plan, _args, context) => store.reviewsOf(plan, context),
    reviewsUnderRules: (plan, _args, context) => findings(store).ofReviews(plan, context),
  },
  Goal: { steps: (goal, _args, context) => store.stepsOf(goal, context) },
  Participation: {
    programme: ({ code }) => code,
    programmeLabel: ({ programme }) => programme.label,
    stages: (spell, _args, context) => store.stagesOf(spell, context),
    stage: async (spell, _args, context) => firstRow(await store.stagesOf(spell, context))?.stage ?? null,
    stageLabel: async (spell, _args, context) => firstRow(await store.stagesOf(spell, context))?.label ?? null,
    phases: (spell, _args, context) => store.phasesOf(spell, context),
    activityUnderRules: (spell, _args, context) => findings(store).ofActivity(spell, context),
    leavingUnderRules: (spell, _args, context) => findings(store).ofLeaving(spell, context),
  },
  NeedsAssessment: { answers: (assessment, _args, context) => store.answersOf(assessment, context) },
  Outcome: {
    checks: (outcome, _args, context) => store.checksOf(outcome, context),
    underRules: (outcome, _args, context) => findings(store).ofOutcome(outcome, context),
  },
});
