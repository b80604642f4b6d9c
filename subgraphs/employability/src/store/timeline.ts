import { labelledRows, type LoadRows } from '@thegither/subgraph';
import type { PrismaClient, TimelineEvent } from '../generated/prisma/client.ts';

const MOST = 200;

/** What happened, by the category under which it may be read: each a query of its own, narrowed in SQL. Latest first, and of each person the latest 200. */
export function timelineTables(db: PrismaClient) {
  const timeline = (category: string): LoadRows<TimelineEvent> => {
    const load = labelledRows([category], 'on', (where) => db.timelineEvent.findMany({ where: { ...where, category }, orderBy: [{ on: 'desc' }, { id: 'asc' }] }));
    return async (person, context) => (await load(person, context))?.slice(0, MOST) ?? null;
  };
  return {
    actionPlanTimeline: timeline('ACTION_PLAN'),
    supportReceivedTimeline: timeline('SUPPORT_RECEIVED'),
    barriersTimeline: timeline('BARRIERS'),
    workSinceTimeline: timeline('WORK_SINCE'),
  };
}
