import { PrismaPg } from '@prisma/adapter-pg';
import { labelledRows, personRows, pool, type Database, type SubgraphContext } from '@thegither/subgraph';
import { PrismaClient, type ActionPlan, type Goal, type Step } from './generated/prisma/client.ts';

/** Rows that have further rows below them. */
export type { ActionPlan as ActionPlanRow, Goal as GoalRow, Step as StepRow };

/**
 * Employability's own tables: the only file that knows them. Each loader gives one person's rows, latest first.
 * Goals and steps are loaded for all plans of a request at once, and sorted under theirs afterwards.
 */
export function openEmployabilityStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  const goals = labelledRows(['ACTION_PLAN'], (where) => db.goal.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] }));
  const steps = labelledRows(['ACTION_PLAN'], (where) => db.step.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] }));
  return {
    actionPlans: personRows(['ACTION_PLAN'], (where) =>
      db.actionPlan.findMany({ where, orderBy: [{ agreedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    goalsOf: async (plan: ActionPlan, context: SubgraphContext) => (await goals(plan.person, context))?.filter(({ planId }) => planId === plan.id) ?? null,
    stepsOf: async (goal: Goal, context: SubgraphContext) => (await steps(goal.person, context))?.filter(({ goalId }) => goalId === goal.id) ?? null,
    participations: labelledRows(['SUPPORT_RECEIVED'], async (where) => {
      const rows = await db.participation.findMany({ where, include: { stage: true }, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, stage: row.stage.number, stageLabel: row.stage.label }));
    }),
    barriers: labelledRows(['BARRIERS'], async (where) => {
      const rows = await db.barrier.findMany({ where, include: { kind: true }, orderBy: [{ code: 'asc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, label: row.kind.label }));
    }),
    outcomes: labelledRows(['WORK_SINCE'], (where) => db.outcome.findMany({ where, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] })),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type EmployabilityStore = ReturnType<typeof openEmployabilityStore>;
