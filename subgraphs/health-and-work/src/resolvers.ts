import type { Resolvers } from './generated/graphql.ts';
import { nextFirst } from './nextFirst.ts';
import type { HealthAndWorkStore } from './store.ts';

/** Health-and-work's fields of a person, and the adjustments of a case. `now` in milliseconds. */
export const healthAndWorkResolvers = (store: HealthAndWorkStore, now: () => number): Resolvers => ({
  Person: {
    healthWorkCases: ({ id }, _args, context) => store.cases(id, context),
    healthAppointments: async ({ id }, _args, context) => {
      const rows = await store.appointments(id, context);
      return rows && nextFirst(rows, now());
    },
    conditions: ({ id }, _args, context) => store.conditions(id, context),
    recoverySupport: ({ id }, _args, context) => store.recoverySupport(id, context),
  },
  HealthWorkCase: { adjustments: (row, _args, context) => store.adjustmentsOf(row, context) },
});
