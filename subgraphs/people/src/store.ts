import { PrismaPg } from '@prisma/adapter-pg';
import { labelledRows, personRows, pool, type Database } from '@thegither/subgraph';
import { PrismaClient, type ContactRoute } from './generated/prisma/client.ts';

/** A way to reach somebody, and the agency that it was chosen for. */
export type ContactRouteRow = ContactRoute;

/** The tables of the people room: the only file that knows them. */
export function openPeopleStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  return {
    names: personRows(['NAME_AND_CONTACT'], (where) => db.personName.findMany({ where, orderBy: { id: 'asc' } })),
    /** The routes for the reader's agency and for everybody; another agency's never leave the database. Their labels are for contactRouteFor to check. */
    contactRoutes: personRows(['NAME_AND_CONTACT'], (where, { decision: { caller } }) =>
      db.contactRoute.findMany({
        where: { AND: [where, { OR: [{ agency: null }, ...(caller.kind === 'worker' ? [{ agency: caller.agency }] : [])] }] },
        orderBy: { id: 'asc' },
      })),
    legalNames: personRows(['LEGAL_NAME'], (where) => db.legalName.findMany({ where, orderBy: { id: 'asc' } })),
    accessNeeds: labelledRows(['ACCESS_NEEDS'], (where) => db.accessNeed.findMany({ where, orderBy: [{ code: 'asc' }, { id: 'asc' }] })),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type PeopleStore = ReturnType<typeof openPeopleStore>;
