import { labelledRows, personRows } from '@thegither/subgraph';
import type { PrismaClient } from '../generated/prisma/client.ts';

const CATEGORIES = ['ACTION_PLAN'];

/** What the person says of themselves on the way: skills, being among others, what is in place. */
export function progressTables(db: PrismaClient) {
  return {
    skillRatings: labelledRows(CATEGORIES, 'ratedOn', async (where) => {
      const rows = await db.skillRating.findMany({ where, include: { skill: true }, orderBy: [{ ratedOn: 'desc' }, { code: 'asc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, skill: row.code, skillLabel: row.skill.label }));
    }),
    socialContact: labelledRows(CATEGORIES, 'askedOn', (where) => db.socialContact.findMany({ where, orderBy: [{ askedOn: 'desc' }, { id: 'asc' }] })),
    readiness: personRows(CATEGORIES, 'checkedOn', (where) => db.readinessItem.findMany({ where, orderBy: [{ kind: 'asc' }, { checkedOn: 'desc' }, { id: 'asc' }] })),
  };
}
