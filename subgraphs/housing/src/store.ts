import { PrismaPg } from '@prisma/adapter-pg';
import { labelledRows, personRows, pool, type Database } from '@thegither/subgraph';
import { PrismaClient } from './generated/prisma/client.ts';

/** Housing's own tables: the only file that knows them. Each loader gives one person's rows, latest first. */
export function openHousingStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  return {
    situations: labelledRows(['WHERE_I_LIVE'], (where) =>
      db.housingSituation.findMany({ where, orderBy: [{ since: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    homelessApplications: labelledRows(['HOMELESSNESS_HELP'], (where) =>
      db.homelessApplication.findMany({ where, orderBy: [{ appliedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    rentAccounts: personRows(['HOUSING_MONEY'], (where) => db.rentAccount.findMany({ where, orderBy: [{ controller: 'asc' }, { id: 'asc' }] })),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type HousingStore = ReturnType<typeof openHousingStore>;
