import type { Restrictable } from '@thegither/subgraph';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { ReferralsRecordKind } from '../generated/graphql.ts';

/** The tables of referrals whose rows a person reads of themselves, and an agency may keep from them. */
export const restrictable = (db: PrismaClient): Restrictable<ReferralsRecordKind> => ({
  REFERRAL: (where) => db.referral.count({ where }),
  REFERRAL_STEP: (where) => db.referralStep.count({ where }),
  REFERRAL_GOAL: (where) => db.referralGoal.count({ where }),
});
