import { PrismaPg } from '@prisma/adapter-pg';
import { UNDATED, inForce, keepRestrictions, labelledRows, personRows, pool, type Database } from '@thegither/subgraph';
import { PrismaClient, type ContactRoute } from './generated/prisma/client.ts';
import { restrictable } from './store/restrictable.ts';

/** A way to reach somebody, and the agency that it was chosen for. */
export type ContactRouteRow = ContactRoute;

/** The tables of the people room: the only file that knows them. Nothing here reads the tables that are kept apart. */
export function openPeopleStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  return {
    names: personRows(['NAME_AND_CONTACT'], UNDATED, (where) => db.personName.findMany({ where, orderBy: { id: 'asc' } })),
    /** The routes for the reader's agency and for everybody; another agency's never leave the database. Their labels are for contactRouteFor to check. */
    contactRoutes: personRows(['NAME_AND_CONTACT'], UNDATED, (where, { decision: { caller } }) =>
      db.contactRoute.findMany({
        where: { AND: [where, { OR: [{ agency: null }, ...(caller.kind === 'worker' ? [{ agency: caller.agency }] : [])] }] },
        orderBy: { id: 'asc' },
      })),
    contactPreferences: labelledRows(['NAME_AND_CONTACT'], UNDATED, (where) => db.contactPreference.findMany({ where, orderBy: { id: 'asc' } })),
    digitalAccess: personRows(['NAME_AND_CONTACT'], UNDATED, (where) => db.digitalAccess.findMany({ where, orderBy: { id: 'asc' } })),
    legalNames: personRows(['LEGAL_NAME'], UNDATED, (where) => db.legalName.findMany({ where, orderBy: { id: 'asc' } })),
    /** The digest of a number stays in the database: it is for comparing, not for reading. */
    externalIdentifiers: labelledRows(['LEGAL_NAME'], 'linkedOn', async (where) => {
      const rows = await db.externalIdentifier.findMany({ where, omit: { digest: true }, include: { scheme: true }, orderBy: [{ linkedOn: 'desc' }, { id: 'asc' }] });
      return rows.map(({ scheme, ...row }) => ({ ...row, scheme: scheme.code, schemeLabel: scheme.label }));
    }),
    accessNeeds: labelledRows(['ACCESS_NEEDS'], UNDATED, async (where) => {
      const rows = await db.accessNeed.findMany({ where, include: { kind: true }, orderBy: [{ code: 'asc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, label: row.kind.label }));
    }),
    accessNeedKinds: () => db.accessNeedKind.findMany({ orderBy: { label: 'asc' } }),
    restrictions: keepRestrictions(db, restrictable(db)),
    restricted: async (people: readonly string[], at: Date) => (await db.restriction.findMany({ where: inForce(people, at), select: { record: true } })).map(({ record }) => record),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type PeopleStore = ReturnType<typeof openPeopleStore>;
