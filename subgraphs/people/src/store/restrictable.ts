import type { Restrictable } from '@thegither/subgraph';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { PeopleRecordKind } from '../generated/graphql.ts';

/** The tables of people whose rows a person reads of themselves, and an agency may keep from them. */
export const restrictable = (db: PrismaClient): Restrictable<PeopleRecordKind> => ({
  PERSON_NAME: (where) => db.personName.count({ where }),
  CONTACT_ROUTE: (where) => db.contactRoute.count({ where }),
  CONTACT_PREFERENCE: (where) => db.contactPreference.count({ where }),
  DIGITAL_ACCESS: (where) => db.digitalAccess.count({ where }),
  LEGAL_NAME: (where) => db.legalName.count({ where }),
  EXTERNAL_IDENTIFIER: (where) => db.externalIdentifier.count({ where }),
  ACCESS_NEED: (where) => db.accessNeed.count({ where }),
});
