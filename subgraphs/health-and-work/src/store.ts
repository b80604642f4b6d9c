import { PrismaPg } from '@prisma/adapter-pg';
import { labelledRows, personRows, pool, type Database, type SubgraphContext } from '@thegither/subgraph';
import { PrismaClient, type HealthWorkCase } from './generated/prisma/client.ts';

/** A case, which has adjustments below it. */
export type { HealthWorkCase as CaseRow };

/**
 * Health-and-work's own tables: the only file that knows them. Each loader gives one person's rows, latest first.
 * Adjustments are loaded for all cases of a request at once, and sorted under theirs afterwards.
 */
export function openHealthAndWorkStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  const adjustments = labelledRows(['HEALTH_AND_WORK'], (where) => db.workAdjustment.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] }));
  return {
    cases: personRows(['HEALTH_AND_WORK'], (where) => db.healthWorkCase.findMany({ where, orderBy: [{ openedOn: 'desc' }, { id: 'asc' }] })),
    adjustmentsOf: async (healthCase: HealthWorkCase, context: SubgraphContext) =>
      (await adjustments(healthCase.person, context))?.filter(({ caseId }) => caseId === healthCase.id) ?? null,
    appointments: labelledRows(['HEALTH_APPOINTMENTS'], (where) => db.healthAppointment.findMany({ where, orderBy: { id: 'asc' } })),
    conditions: labelledRows(['CONDITIONS'], (where) =>
      db.condition.findMany({ where, orderBy: [{ since: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    recoverySupport: labelledRows(['MENTAL_HEALTH_AND_RECOVERY'], (where) =>
      db.recoverySupport.findMany({ where, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] })),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type HealthAndWorkStore = ReturnType<typeof openHealthAndWorkStore>;
