import type { Restrictable } from '@thegither/subgraph';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { HousingRecordKind } from '../generated/graphql.ts';

/** The tables of housing whose rows a person reads of themselves, and an agency may keep from them. */
export const restrictable = (db: PrismaClient): Restrictable<HousingRecordKind> => ({
  HOUSING_SITUATION: (where) => db.housingSituation.count({ where }),
  TENANCY: (where) => db.tenancy.count({ where }),
  NO_FIXED_ADDRESS: (where) => db.noFixedAddress.count({ where }),
  HOUSING_APPROACH: (where) => db.housingApproach.count({ where }),
  HOMELESS_APPLICATION: (where) => db.homelessApplication.count({ where }),
  ASKED_ABOUT_HOUSING: (where) => db.askedAboutHousing.count({ where }),
  RENT_ACCOUNT: (where) => db.rentAccount.count({ where }),
  TIMELINE_EVENT: (where) => db.timelineEvent.count({ where }),
});
