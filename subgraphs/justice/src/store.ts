import { PrismaPg } from '@prisma/adapter-pg';
import { labelledRows, personRows, pool, type Database } from '@thegither/subgraph';
import { PrismaClient } from './generated/prisma/client.ts';
import type { CommunityPaybackOrder, WorkLimit } from './generated/prisma/client.ts';

/** A community payback order with whose it is: its treatment needs more than the order does. */
export type PaybackOrderRow = CommunityPaybackOrder;

/** A time or place when a person cannot work. */
export type WorkLimitRow = WorkLimit;

/** Justice's own tables: the only file that knows them. */
export function openJusticeStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  return {
    /** What is soonest over stands first. */
    workLimits: labelledRows(['JUSTICE_LIMITS'], (where) =>
      db.workLimit.findMany({ where, orderBy: [{ freeToWorkFrom: { sort: 'asc', nulls: 'last' } }, { day: 'asc' }, { from: 'asc' }, { until: 'asc' }, { id: 'asc' }] })),
    support: labelledRows(['JUSTICE_SUPPORT'], (where) =>
      db.justiceSupport.findMany({ where, orderBy: [{ startedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    paybackOrders: personRows(['CONVICTIONS'], (where) =>
      db.communityPaybackOrder.findMany({ where, orderBy: [{ imposedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    convictions: labelledRows(['CONVICTIONS'], (where) =>
      db.conviction.findMany({ where, orderBy: [{ convictedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type JusticeStore = ReturnType<typeof openJusticeStore>;
