import { PrismaPg } from '@prisma/adapter-pg';
import { UNDATED, inForce, keepRestrictions, labelledRows, labelledRowsBelow, pool, type Database } from '@thegither/subgraph';
import { PrismaClient, type Cv } from './generated/prisma/client.ts';
import { restrictable } from './store/restrictable.ts';

/** A CV with whose it is: its entries are loaded for all CVs of a request at once. */
export type CvRow = Cv & { readonly occupation: string | null };

/** Which unit groups somebody looks for, and after which number. */
export interface UnitGroupSearch {
  readonly find: string | undefined;
  readonly after: string | undefined;
}

/** Careers' own tables: the only file that knows them. Each loader gives one person's rows in the order in which they are shown. */
export function openCareersStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  const unitGroup = { select: { title: true } } as const;
  const timeline = (category: string) => labelledRows([category], 'on', (where) =>
    db.timelineEvent.findMany({ where: { ...where, category }, orderBy: [{ on: 'desc' }, { id: 'asc' }] }));
  const entriesOf = labelledRowsBelow(['WORK_HISTORY'], async (where) =>
    (await db.cvEntry.findMany({ where, include: { unitGroup }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })).map(withOccupation), ({ cvId }) => cvId);
  return {
    profiles: labelledRows(['SKILLS'], 'updatedOn', (where) => db.careerProfile.findMany({ where, orderBy: [{ updatedOn: 'desc' }, { id: 'asc' }] })),
    skills: labelledRows(['SKILLS'], UNDATED, (where) => db.skill.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }] })),
    // what is still being worked on comes first
    qualifications: labelledRows(['SKILLS'], 'awardedOn', async (where) => {
      const rows = await db.qualification.findMany({ where, include: { level: true }, orderBy: [{ awardedOn: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, scqfLabel: row.level?.label ?? null }));
    }),
    careerPlans: labelledRows(['CAREER_PLANS'], UNDATED, async (where) =>
      (await db.careerPlan.findMany({ where, include: { unitGroup, pathway: true }, orderBy: [{ title: 'asc' }, { id: 'asc' }] })).map(withOccupation)),
    courseApplications: labelledRows(['CAREER_PLANS'], 'appliedOn', (where) => db.courseApplication.findMany({ where, orderBy: [{ appliedOn: 'desc' }, { id: 'asc' }] })),
    workHistory: labelledRows(['WORK_HISTORY'], 'startedOn', async (where) =>
      (await db.workHistory.findMany({ where, include: { unitGroup }, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] })).map(withOccupation)),
    learningHistory: labelledRows(['WORK_HISTORY'], 'startedOn', (where) => db.learningHistory.findMany({ where, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] })),
    cvs: labelledRows(['WORK_HISTORY'], 'updatedOn', async (where) =>
      (await db.cv.findMany({ where, include: { unitGroup }, orderBy: [{ updatedOn: 'desc' }, { id: 'asc' }] })).map(withOccupation)),
    entriesOf,
    skillsTimeline: timeline('SKILLS'),
    careerPlansTimeline: timeline('CAREER_PLANS'),
    workHistoryTimeline: timeline('WORK_HISTORY'),
    scqfLevels: () => db.scqfLevel.findMany({ orderBy: { level: 'asc' } }),
    sectorPathways: (sector: string | undefined) =>
      db.sectorPathway.findMany({ where: sector === undefined ? {} : { sector }, orderBy: [{ sector: 'asc' }, { entryLevel: 'asc' }, { code: 'asc' }] }),
    /** Unit groups by number, up to so many. */
    unitGroups: ({ find, after }: UnitGroupSearch, most: number) => db.unitGroup.findMany({
      where: { ...(find !== undefined && { title: { contains: asLetters(find), mode: 'insensitive' } }), ...(after !== undefined && { soc: { gt: after } }) },
      orderBy: { soc: 'asc' }, take: most,
    }),
    restrictions: keepRestrictions(db, restrictable(db)),
    restricted: async (people: readonly string[], at: Date) => (await db.restriction.findMany({ where: inForce(people, at), select: { record: true } })).map(({ record }) => record),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type CareersStore = ReturnType<typeof openCareersStore>;

/** `contains` is LIKE: what stands for other letters there is looked for as itself. */
const asLetters = (find: string): string => find.replaceAll(/[\\%_]/g, '\\$&');

const withOccupation = <Row extends { readonly unitGroup: { readonly title: string } | null }>(row: Row): Row & { occupation: string | null } =>
  ({ ...row, occupation: row.unitGroup?.title ?? null });
