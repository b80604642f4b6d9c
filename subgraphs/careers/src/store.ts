import { PrismaPg } from '@prisma/adapter-pg';
import { labelledRows, pool, type Database } from '@thegither/subgraph';
import { PrismaClient } from './generated/prisma/client.ts';

/** Careers' own tables: the only file that knows them. Each loader gives one person's rows in the order in which they are shown. */
export function openCareersStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  return {
    skills: labelledRows(['SKILLS'], (where) => db.skill.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }] })),
    // what is still being worked on comes first
    qualifications: labelledRows(['SKILLS'], (where) =>
      db.qualification.findMany({ where, orderBy: [{ awardedOn: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }] })),
    careerPlans: labelledRows(['CAREER_PLANS'], (where) => db.careerPlan.findMany({ where, orderBy: [{ title: 'asc' }, { id: 'asc' }] })),
    workHistory: labelledRows(['WORK_HISTORY'], (where) => db.workHistory.findMany({ where, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] })),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type CareersStore = ReturnType<typeof openCareersStore>;
