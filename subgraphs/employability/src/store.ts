import { PrismaPg } from '@prisma/adapter-pg';
import { inForce, keepRestrictions, pool, type Database } from '@thegither/subgraph';
import { PrismaClient, type ActionPlan, type Goal, type NeedsAssessment, type Outcome, type Step } from './generated/prisma/client.ts';
import { barrierTables } from './store/barriers.ts';
import { listTables } from './store/lists.ts';
import { outcomeTables } from './store/outcomes.ts';
import { planTables } from './store/plan.ts';
import { progressTables } from './store/progress.ts';
import { restrictable } from './store/restrictable.ts';
import { supportTables } from './store/support.ts';
import { keepTalks } from './store/talks.ts';
import { timelineTables } from './store/timeline.ts';

/** Rows that have further rows below them. */
export type { ActionPlan as ActionPlanRow, Goal as GoalRow, NeedsAssessment as AssessmentRow, Outcome as OutcomeRow, Step as StepRow };
export type { ParticipationRow } from './store/support.ts';

/** Employability's own tables, by subject: this and store/ alone know them. Each loader gives one person's rows, latest first where nothing else is said. */
export function openEmployabilityStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  return {
    ...planTables(db),
    ...progressTables(db),
    ...supportTables(db),
    ...barrierTables(db),
    ...outcomeTables(db),
    ...timelineTables(db),
    ...listTables(db),
    keepTalk: keepTalks(db),
    restrictions: keepRestrictions(db, restrictable(db)),
    restricted: async (people: readonly string[], at: Date) => (await db.restriction.findMany({ where: inForce(people, at), select: { record: true } })).map(({ record }) => record),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type EmployabilityStore = ReturnType<typeof openEmployabilityStore>;
