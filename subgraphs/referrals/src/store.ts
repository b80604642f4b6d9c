import { PrismaPg } from '@prisma/adapter-pg';
import { labelledRows, pool, type Database } from '@thegither/subgraph';
import { PrismaClient, type Prisma, type Referral, type Service } from './generated/prisma/client.ts';
import type { Place } from './page.ts';

/** Rows that the resolvers are given. */
export type { Service as ServiceRow };
export type ReferralRow = Referral & { readonly service: Service };

/** Which services somebody looks for, and after which place in the directory. */
export interface ServiceSearch {
  readonly need?: string | undefined;
  readonly area?: string | undefined;
  readonly after?: Place | undefined;
}

/** Referrals' own tables: the only file that knows them. */
export function openReferralsStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  return {
    /** Services by name, up to so many. */
    services: (search: ServiceSearch, most: number) => db.service.findMany({ where: servicesWhere(search), orderBy: [{ name: 'asc' }, { id: 'asc' }], take: most }),
    /** One service, or null. Prisma asks for all that are wanted at once in one query. */
    service: (id: string) => db.service.findUnique({ where: { id } }),
    /** One person's referrals, latest first: each carries the category of its service as a label, so only those that may be read come. */
    referrals: labelledRows(['SUPPORT_RECEIVED'], (where) =>
      db.referral.findMany({ where, include: { service: true }, orderBy: [{ sentOn: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }] })),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type ReferralsStore = ReturnType<typeof openReferralsStore>;

const servicesWhere = ({ need, area, after }: ServiceSearch): Prisma.ServiceWhereInput => ({
  ...(need && { needs: { has: need } }),
  ...(area && { area }),
  ...(after && { OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] }),
});
