import type { Restrictable } from '@thegither/subgraph';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { JusticeRecordKind } from '../generated/graphql.ts';

/** The tables of justice whose rows a person reads of themselves, and an agency may keep from them. */
export const restrictable = (db: PrismaClient): Restrictable<JusticeRecordKind> => ({
  WORK_LIMIT: (where) => db.workLimit.count({ where }),
  JUSTICE_SUPPORT: (where) => db.justiceSupport.count({ where }),
  COMMUNITY_PAYBACK_ORDER: (where) => db.communityPaybackOrder.count({ where }),
  UNPAID_WORK_SLOT: (where) => db.unpaidWorkSlot.count({ where }),
  LIBERATION_PLAN: (where) => db.liberationPlan.count({ where }),
  LICENCE_CONDITION: (where) => db.licenceCondition.count({ where }),
  CONVICTION: (where) => db.conviction.count({ where }),
  TIMELINE_EVENT: (where) => db.timelineEvent.count({ where }),
});
