import { PrismaPg } from '@prisma/adapter-pg';
import { UNDATED, inForce, keepRestrictions, labelledRows, personRows, pool, type Database } from '@thegither/subgraph';
import { PrismaClient } from './generated/prisma/client.ts';
import { restrictable } from './store/restrictable.ts';

/** Housing's own tables: the only file that knows them. Each loader gives one person's rows, latest first. */
export function openHousingStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  const timeline = (category: string) => labelledRows([category], 'on', (where) =>
    db.timelineEvent.findMany({ where: { ...where, category }, orderBy: [{ on: 'desc' }, { id: 'asc' }] }));
  return {
    tenancies: personRows(['WHERE_I_LIVE'], 'startedOn', (where) => db.tenancy.findMany({ where, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] })),
    situations: labelledRows(['WHERE_I_LIVE'], 'since', (where) =>
      db.housingSituation.findMany({ where, orderBy: [{ since: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    noFixedAddress: labelledRows(['HOMELESSNESS_HELP'], 'since', (where) => db.noFixedAddress.findMany({ where, orderBy: [{ since: 'desc' }, { id: 'asc' }] })),
    approaches: labelledRows(['HOMELESSNESS_HELP'], 'approachedOn', async (where) => {
      const rows = await db.housingApproach.findMany({ where, include: { reason: true, outcome: true }, orderBy: [{ approachedOn: 'desc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, reasonLabel: row.reason.label, outcomeLabel: row.outcome?.label ?? null }));
    }),
    homelessApplications: labelledRows(['HOMELESSNESS_HELP'], 'appliedOn', async (where) => {
      const rows = await db.homelessApplication.findMany({ where, include: { decision: true }, orderBy: [{ appliedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, decisionLabel: row.decision?.label ?? null }));
    }),
    askedAboutHousing: labelledRows(['HOMELESSNESS_HELP'], 'askedOn', (where) => db.askedAboutHousing.findMany({ where, orderBy: [{ askedOn: 'desc' }, { id: 'asc' }] })),
    rentAccounts: personRows(['HOUSING_MONEY'], UNDATED, (where) => db.rentAccount.findMany({ where, orderBy: [{ controller: 'asc' }, { id: 'asc' }] })),
    whereILiveTimeline: timeline('WHERE_I_LIVE'),
    homelessnessHelpTimeline: timeline('HOMELESSNESS_HELP'),
    housingMoneyTimeline: timeline('HOUSING_MONEY'),
    reasons: () => db.housingReason.findMany({ orderBy: { label: 'asc' } }),
    outcomes: () => db.housingOutcome.findMany({ orderBy: { label: 'asc' } }),
    /** In the order of their codes, which are numbers written as text. */
    decisions: async () => (await db.homelessDecision.findMany()).toSorted((a, b) => Number(a.code) - Number(b.code)),
    restrictions: keepRestrictions(db, restrictable(db)),
    restricted: async (people: readonly string[], at: Date) => (await db.restriction.findMany({ where: inForce(people, at), select: { record: true } })).map(({ record }) => record),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type HousingStore = ReturnType<typeof openHousingStore>;
