import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { Place } from '../page.ts';

/** Which services somebody looks for, and after which place in the directory. */
export interface ServiceSearch {
  /** Code of a need. */
  readonly need?: string | undefined;
  /** Code of a specialism. */
  readonly specialism?: string | undefined;
  /** GSS codes of councils, any of which will do. */
  readonly councils?: readonly string[] | undefined;
  readonly after?: Place | undefined;
}

/** The directory's tables. Prisma asks for everything that is wanted at once of one kind in one query. */
export const openDirectory = (db: PrismaClient) => ({
  /** Services that can be gone to, by name, up to so many. A service for all of Scotland has every council. */
  services: (search: ServiceSearch, most: number) => db.service.findMany({ where: servicesWhere(search), orderBy: [{ name: 'asc' }, { id: 'asc' }], take: most }),
  /** One service, whatever became of it, or null. */
  service: (id: string) => db.service.findUnique({ where: { id } }),
  organisation: (id: string) => db.organisation.findUniqueOrThrow({ where: { id } }),
  locationsOf: async (id: string) => (await db.service.findUnique({ where: { id } }).locations({ orderBy: { position: 'asc' } })) ?? [],
  schedulesOf: async (id: string) => (await db.service.findUnique({ where: { id } }).schedules({ orderBy: { position: 'asc' } })) ?? [],
  costsOf: async (id: string) => (await db.service.findUnique({ where: { id } }).costs({ orderBy: { position: 'asc' } })) ?? [],
  termsOf: async (id: string) => (await db.service.findUnique({ where: { id } }).terms({ orderBy: { position: 'asc' } })) ?? [],
});

const servicesWhere = ({ need, specialism, councils, after }: ServiceSearch): Prisma.ServiceWhereInput => ({
  status: { in: ['ACTIVE', 'TEMPORARILY_CLOSED'] },
  withdrawnOn: null,
  ...(need !== undefined && { needs: { has: need } }),
  ...(specialism !== undefined && { specialisms: { has: specialism } }),
  ...(councils && { councils: { hasSome: [...councils] } }),
  ...(after && { OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] }),
});
