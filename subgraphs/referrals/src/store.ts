import { PrismaPg } from '@prisma/adapter-pg';
import { inForce, keepRestrictions, labelledRows, labelledRowsBelow, pool, type Database, type SubgraphContext } from '@thegither/subgraph';
import { openDirectory } from './directory/openDirectory.ts';
import { openReferenceLists } from './directory/openReferenceLists.ts';
import { PrismaClient, type Referral, type ReferralSource, type ReferralStep, type Service } from './generated/prisma/client.ts';
import { restrictable } from './store/restrictable.ts';
import { readTells } from './tells.ts';

/** Rows that the resolvers are given. */
export type { Council as CouncilRow, Partnership as PartnershipRow, Service as ServiceRow, ServiceLocation as LocationRow } from './generated/prisma/client.ts';
export type { SignpostCountRow } from './directory/openReferenceLists.ts';
export type ReferralRow = Referral & { readonly service: Service; readonly source: ReferralSource };

/**
 * Referrals' own tables: the only file, with those of `directory/`, that knows them. A referral tells what its service
 * and its door tell: only rows whose labels may all be read come, and the labels are made whole again from what they
 * refer to, should the table have lost one.
 */
export function openReferralsStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)) });
  const steps = labelledRows(['SUPPORT_RECEIVED'], 'on', (where) => db.referralStep.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] }));
  const goalsOf = labelledRowsBelow(['SUPPORT_RECEIVED'], (where) => db.referralGoal.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] }), ({ referralId }) => referralId);
  return {
    ...openDirectory(db),
    ...openReferenceLists(db),
    /** One person's referrals, latest first. */
    referrals: labelledRows(['SUPPORT_RECEIVED'], 'sentOn', async (where) => {
      const rows = await db.referral.findMany({ where, include: { service: true, source: true }, orderBy: [{ sentOn: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, labels: labelsOf(row) }));
    }),
    stepsOf: async (referral: Referral, context: SubgraphContext) => (await steps(referral.person, context))?.filter(({ referralId }) => referralId === referral.id) ?? null,
    goalsOf,
    /** What happened to one person's referrals, latest first: a step tells what its referral tells, so that both must be open. */
    events: labelledRows(['SUPPORT_RECEIVED'], 'on', async (where, _context, whereBy) => {
      const rows = await db.referralStep.findMany({
        where: { AND: [where, { referral: whereBy('sentOn') }] }, include: { referral: { include: { service: { select: { name: true } } } } },
        orderBy: [{ on: 'desc' }, { position: 'desc' }, { id: 'asc' }],
      });
      return rows.map(({ referral, ...step }): EventRow => ({ ...step, service: referral.service.name, labels: [...step.labels, ...labelsOf(referral)] }));
    }),
    restrictions: keepRestrictions(db, restrictable(db)),
    restricted: async (people: readonly string[], at: Date) => (await db.restriction.findMany({ where: inForce(people, at), select: { record: true } })).map(({ record }) => record),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** A step of a referral, with the name of the service that the referral is to. */
export type EventRow = ReferralStep & { readonly service: string };

/** What the resolvers ask. */
export type ReferralsStore = ReturnType<typeof openReferralsStore>;

const labelsOf = ({ labels, tells, sourceTells }: Referral): string[] => [...new Set([...labels, ...readTells(tells), sourceTells])];
