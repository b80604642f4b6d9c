import { PrismaPg } from '@prisma/adapter-pg';
import { UNDATED, inForce, keepRestrictions, labelledRows, personRows, pool, type Database, type LoadRows, type SubgraphContext } from '@thegither/subgraph';
import { PrismaClient } from './generated/prisma/client.ts';
import type { CommunityPaybackOrder, LiberationPlan, WorkLimit } from './generated/prisma/client.ts';
import { restrictable } from './store/restrictable.ts';

/** A community payback order with whose it is: its treatment needs more than the order does. */
export type PaybackOrderRow = CommunityPaybackOrder;

/** A plan for leaving prison, with its curfew in columns. */
export type LiberationPlanRow = LiberationPlan;

/** A time or place when a person cannot work. */
export type WorkLimitRow = WorkLimit;

/** Events that one timeline shows at most. */
const LATEST = 200;

/** Justice's own tables: the only file that knows them. */
export function openJusticeStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  const slots = labelledRows(['CONVICTIONS'], 'startsOn', (where) =>
    db.unpaidWorkSlot.findMany({ where, orderBy: [{ startsOn: 'asc' }, { day: 'asc' }, { from: 'asc' }, { id: 'asc' }] }));
  const timeline = (category: string) => latest(labelledRows([category], 'on', (where) =>
    db.timelineEvent.findMany({ where: { ...where, category }, orderBy: [{ on: 'desc' }, { id: 'asc' }] })));
  return {
    /** What is soonest over stands first. */
    workLimits: labelledRows(['JUSTICE_LIMITS'], UNDATED, (where) =>
      db.workLimit.findMany({ where, orderBy: [{ freeToWorkFrom: { sort: 'asc', nulls: 'last' } }, { day: 'asc' }, { from: 'asc' }, { until: 'asc' }, { id: 'asc' }] })),
    support: labelledRows(['JUSTICE_SUPPORT'], 'startedOn', (where) =>
      db.justiceSupport.findMany({ where, orderBy: [{ startedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    paybackOrders: personRows(['CONVICTIONS'], 'imposedOn', (where) =>
      db.communityPaybackOrder.findMany({ where, orderBy: [{ imposedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    /** An order's own: all of a request are loaded at once, and sorted under their orders afterwards. */
    slotsOf: async (order: PaybackOrderRow, context: SubgraphContext) =>
      (await slots(order.person, context))?.filter(({ orderId }) => orderId === order.id) ?? null,
    liberationPlans: personRows(['CONVICTIONS'], 'leavesOn', (where) => db.liberationPlan.findMany({ where, orderBy: [{ leavesOn: 'desc' }, { id: 'asc' }] })),
    licenceConditions: labelledRows(['CONVICTIONS'], 'from', (where) =>
      db.licenceCondition.findMany({ where, orderBy: [{ until: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }] })),
    convictions: labelledRows(['CONVICTIONS'], 'convictedOn', (where) =>
      db.conviction.findMany({ where, orderBy: [{ convictedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    riskNotes: byWorkersAlone(labelledRows(['RISK_AND_SAFETY'], 'writtenOn', (where) => db.riskNote.findMany({ where, orderBy: [{ writtenOn: 'desc' }, { id: 'asc' }] }))),
    justiceSupportTimeline: timeline('JUSTICE_SUPPORT'),
    justiceLimitsTimeline: timeline('JUSTICE_LIMITS'),
    convictionsTimeline: timeline('CONVICTIONS'),
    restrictions: keepRestrictions(db, restrictable(db)),
    restricted: async (people: readonly string[], at: Date) => (await db.restriction.findMany({ where: inForce(people, at), select: { record: true } })).map(({ record }) => record),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type JusticeStore = ReturnType<typeof openJusticeStore>;

// No decision opens a risk note to the person it is about; should one ever say so, it is still not read.
const byWorkersAlone = <Row>(load: LoadRows<Row>): LoadRows<Row> => async (person, context) =>
  (context.decision.caller.kind === 'worker' ? load(person, context) : null);

const latest = <Row>(load: LoadRows<Row>): LoadRows<Row> => async (person, context) => (await load(person, context))?.slice(0, LATEST) ?? null;
