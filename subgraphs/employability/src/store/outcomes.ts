import { labelledRows, type SubgraphContext } from '@thegither/subgraph';
import type { Outcome, PrismaClient } from '../generated/prisma/client.ts';

const CATEGORIES = ['WORK_SINCE'];

/** Steps into work and learning, and how they went on. Checks are loaded for all outcomes of a request at once. */
export function outcomeTables(db: PrismaClient) {
  const checks = labelledRows(CATEGORIES, 'askedOn', (where) => db.outcomeCheck.findMany({ where, orderBy: [{ weeks: 'asc' }, { id: 'asc' }] }));
  return {
    outcomes: labelledRows(CATEGORIES, 'startedOn', (where) => db.outcome.findMany({ where, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] })),
    checksOf: async (outcome: Outcome, context: SubgraphContext) => (await checks(outcome.person, context))?.filter(({ outcomeId }) => outcomeId === outcome.id) ?? null,
  };
}
