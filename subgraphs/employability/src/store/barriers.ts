import { labelledRows, labelledRowsBelow, personRows } from '@thegither/subgraph';
import type { PrismaClient } from '../generated/prisma/client.ts';

const CATEGORIES = ['BARRIERS'];

/** What is in the way, as it was said. Answers are loaded for all assessments of a request at once. */
export function barrierTables(db: PrismaClient) {
  const answersOf = labelledRowsBelow(CATEGORIES, async (where) => {
    const rows = await db.assessmentAnswer.findMany({ where, include: { domain: true }, orderBy: [{ domain: { position: 'asc' } }, { id: 'asc' }] });
    return rows.map((row) => ({ ...row, domain: row.code, domainLabel: row.domain.label }));
  }, ({ assessmentId }) => assessmentId);
  return {
    barriers: labelledRows(CATEGORIES, 'saidOn', async (where) => {
      const rows = await db.barrier.findMany({ where, include: { kind: true }, orderBy: [{ code: 'asc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, label: row.kind.label }));
    }),
    assessments: personRows(CATEGORIES, 'assessedOn', (where) => db.needsAssessment.findMany({ where, orderBy: [{ assessedOn: 'desc' }, { version: 'desc' }, { id: 'asc' }] })),
    answersOf,
    sensitiveReadiness: labelledRows(CATEGORIES, 'checkedOn', (where) =>
      db.sensitiveReadinessItem.findMany({ where, orderBy: [{ kind: 'asc' }, { checkedOn: 'desc' }, { id: 'asc' }] })),
  };
}
