import { labelledRows, personRows, type SubgraphContext } from '@thegither/subgraph';
import type { Participation, PrismaClient, Programme } from '../generated/prisma/client.ts';

/** A spell of support with its programme. */
export type ParticipationRow = Participation & { readonly programme: Programme };

const CATEGORIES = ['SUPPORT_RECEIVED'];
const latestFirst = [{ on: 'desc' as const }, { id: 'asc' as const }];

/** Spells of support with what is below them, and what was done, said and paid. Stages and phases are loaded for all spells of a request at once. */
export function supportTables(db: PrismaClient) {
  const stages = personRows(CATEGORIES, 'on', async (where) => {
    const rows = await db.stageReached.findMany({ where, include: { stage: true }, orderBy: [{ on: 'desc' }, { position: 'desc' }, { id: 'asc' }] });
    return rows.map((row) => ({ ...row, stage: row.number, label: row.stage.label }));
  });
  const phases = personRows(CATEGORIES, 'startedOn', (where) => db.participationPhase.findMany({ where, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] }));
  return {
    participations: labelledRows(CATEGORIES, 'startedOn', (where) =>
      db.participation.findMany({ where, include: { programme: true }, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] })),
    stagesOf: async (spell: Participation, context: SubgraphContext) => below(await stages(spell.person, context), spell),
    phasesOf: async (spell: Participation, context: SubgraphContext) => below(await phases(spell.person, context), spell),
    supportActivities: personRows(CATEGORIES, 'on', async (where) => {
      const rows = await db.supportActivity.findMany({ where, include: { kind: true }, orderBy: latestFirst });
      return rows.map((row) => ({ ...row, kind: row.code, kindLabel: row.kind.label, isEducation: row.kind.education }));
    }),
    activityPauses: personRows(CATEGORIES, 'startedOn', (where) => db.activityPause.findMany({ where, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] })),
    supportContacts: labelledRows(CATEGORIES, 'on', (where) => db.supportContact.findMany({ where, orderBy: latestFirst })),
    fundingAwards: labelledRows(CATEGORIES, 'startedOn', async (where) => {
      const rows = await db.fundingAward.findMany({ where, include: { fund: true }, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, fund: row.code, fundLabel: row.fund.label }));
    }),
  };
}

const below = <Row extends { readonly participationId: string }>(rows: readonly Row[] | null, spell: Participation): Row[] | null =>
  rows?.filter(({ participationId }) => participationId === spell.id) ?? null;
