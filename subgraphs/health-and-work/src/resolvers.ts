import { restrictionActs } from '@thegither/subgraph';
import type { Resolvers } from './generated/graphql.ts';
import { nextFirst } from './nextFirst.ts';
import type { HealthAndWorkStore } from './store.ts';
import { weekOf } from './weekOf.ts';

/** Health-and-work's fields of a person, and what hangs from their rows. */
export const healthAndWorkResolvers = (store: HealthAndWorkStore): Resolvers => ({
  Mutation: restrictionActs('HealthAndWork', store.restrictions),
  Person: {
    healthWorkCases: ({ id }, _args, context) => store.cases(id, context),
    mskTriages: ({ id }, _args, context) => store.triages(id, context),
    healthAppointments: async ({ id }, _args, context) => {
      const rows = await store.appointments(id, context);
      return rows && nextFirst(rows, context.now);
    },
    conditions: ({ id }, _args, context) => store.conditions(id, context),
    ipsEpisodes: ({ id }, _args, context) => store.ipsEpisodes(id, context),
    recoverySupport: ({ id }, _args, context) => store.recoverySupport(id, context),
    healthAndWorkTimeline: ({ id }, _args, context) => store.healthAndWorkTimeline(id, context),
    healthAppointmentsTimeline: ({ id }, _args, context) => store.healthAppointmentsTimeline(id, context),
    conditionsTimeline: ({ id }, _args, context) => store.conditionsTimeline(id, context),
    mentalHealthAndRecoveryTimeline: ({ id }, _args, context) => store.mentalHealthAndRecoveryTimeline(id, context),
  },
  HealthWorkCase: {
    week: (row, _args, { now }) => weekOf(row, now),
    adjustments: (row, _args, context) => store.adjustmentsOf(row, context),
    services: (row, _args, context) => store.servicesOf(row, context),
    assessments: (row, _args, context) => store.assessmentsOf(row, context),
  },
  HealthAssessment: {
    body: async (row, _args, context) => (await store.notesOf(row, context))?.filter(({ part }) => part === 'BODY') ?? null,
    // A table of its own: where mental health is not shared, what there is of it does not leave the database.
    mind: (row, _args, context) => store.mentalNotesOf(row, context),
    lifeAndWork: async (row, _args, context) => (await store.notesOf(row, context))?.filter(({ part }) => part === 'LIFE_AND_WORK') ?? null,
  },
  MskTriage: { adjustments: (row, _args, context) => store.triageAdjustmentsOf(row, context) },
  RecoverySupport: {
    current: ({ endedOn }, _args, { now }) => endedOn === null || endedOn.getTime() > now,
    appointments: async (row, _args, context) => {
      const rows = await store.recoveryAppointmentsOf(row, context);
      return rows && nextFirst(rows, context.now);
    },
  },
});
