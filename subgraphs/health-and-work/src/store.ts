import { PrismaPg } from '@prisma/adapter-pg';
import { inForce, keepRestrictions, labelledRows, labelledRowsBelow, personRows, pool, type Database, type LoadRows, type PersonRow, type SubgraphContext } from '@thegither/subgraph';
import { PrismaClient, type HealthAssessment, type HealthWorkCase, type MskTriage, type RecoverySupport } from './generated/prisma/client.ts';
import { restrictable } from './store/restrictable.ts';

/** A case, which has adjustments, services and assessments below it. Its CHI number does not leave the database. */
export type CaseRow = Omit<HealthWorkCase, 'chi'>;

/** An assessment, which has notes below it. */
export type AssessmentRow = HealthAssessment;

/** A triage, which has adjustments below it. */
export type TriageRow = MskTriage;

/** Recovery support, which has appointments below it. */
export type SupportRow = RecoverySupport;

/** A row that others hang from. */
interface Above extends PersonRow {
  readonly id: string;
}

/** Events that one timeline shows at most. */
const LATEST = 200;

const inOrder = [{ position: 'asc' }, { id: 'asc' }] as const;

/**
 * Health-and-work's own tables: the only file that knows them. Each loader gives one person's rows, latest first.
 * What hangs from a row is loaded for all of a request at once, and sorted under its own afterwards.
 */
export function openHealthAndWorkStore(database: Database) {
  const db = new PrismaClient({ adapter: new PrismaPg(...pool(database)), omit: { healthWorkCase: { chi: true } } });
  const timeline = (category: string) => latest(labelledRows([category], 'on', (where) =>
    db.timelineEvent.findMany({ where: { ...where, category }, orderBy: [{ on: 'desc' }, { id: 'asc' }] })));
  return {
    cases: personRows(['HEALTH_AND_WORK'], 'openedOn', (where) => db.healthWorkCase.findMany({ where, orderBy: [{ openedOn: 'desc' }, { id: 'asc' }] })),
    adjustmentsOf: labelledRowsBelow(['HEALTH_AND_WORK'], (where) => db.workAdjustment.findMany({ where, orderBy: [...inOrder] }), ({ caseId }) => caseId),
    servicesOf: below(labelledRows(['HEALTH_AND_WORK', 'HEALTH_APPOINTMENTS'], 'offeredOn', (where) =>
      db.caseService.findMany({ where, orderBy: [{ offeredOn: 'desc' }, { id: 'asc' }] })), ({ caseId }) => caseId),
    assessmentsOf: below(personRows(['HEALTH_AND_WORK'], 'on', (where) =>
      db.healthAssessment.findMany({ where, orderBy: [{ on: 'desc' }, { id: 'asc' }] })), ({ caseId }) => caseId),
    notesOf: labelledRowsBelow(['HEALTH_AND_WORK'], (where) => db.assessmentNote.findMany({ where, orderBy: [...inOrder] }), ({ assessmentId }) => assessmentId),
    mentalNotesOf: labelledRowsBelow(['HEALTH_AND_WORK', 'MENTAL_HEALTH_AND_RECOVERY'], (where) =>
      db.mentalHealthNote.findMany({ where, orderBy: [...inOrder] }), ({ assessmentId }) => assessmentId),
    triages: personRows(['HEALTH_AND_WORK'], 'on', (where) => db.mskTriage.findMany({ where, orderBy: [{ on: 'desc' }, { id: 'asc' }] })),
    triageAdjustmentsOf: labelledRowsBelow(['HEALTH_AND_WORK'], (where) => db.mskAdjustment.findMany({ where, orderBy: [...inOrder] }), ({ triageId }) => triageId),
    appointments: labelledRows(['HEALTH_APPOINTMENTS'], 'at', (where) => db.healthAppointment.findMany({ where, orderBy: { id: 'asc' } })),
    conditions: labelledRows(['CONDITIONS'], 'since', (where) =>
      db.condition.findMany({ where, orderBy: [{ since: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] })),
    ipsEpisodes: labelledRows(['MENTAL_HEALTH_AND_RECOVERY'], 'startedOn', (where) => db.ipsEpisode.findMany({ where, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] })),
    recoverySupport: personRows(['MENTAL_HEALTH_AND_RECOVERY'], 'startedOn', (where) =>
      db.recoverySupport.findMany({ where, orderBy: [{ startedOn: 'desc' }, { id: 'asc' }] })),
    recoveryAppointmentsOf: below(personRows(['MENTAL_HEALTH_AND_RECOVERY'], 'at', (where) => db.recoveryAppointment.findMany({ where, orderBy: { id: 'asc' } })), ({ supportId }) => supportId),
    healthAndWorkTimeline: timeline('HEALTH_AND_WORK'),
    healthAppointmentsTimeline: timeline('HEALTH_APPOINTMENTS'),
    conditionsTimeline: timeline('CONDITIONS'),
    mentalHealthAndRecoveryTimeline: timeline('MENTAL_HEALTH_AND_RECOVERY'),
    restrictions: keepRestrictions(db, restrictable(db)),
    restricted: async (people: readonly string[], at: Date) => (await db.restriction.findMany({ where: inForce(people, at), select: { record: true } })).map(({ record }) => record),
    ready: () => db.$queryRaw`SELECT 1`,
    close: () => db.$disconnect(),
  };
}

/** What the resolvers ask. */
export type HealthAndWorkStore = ReturnType<typeof openHealthAndWorkStore>;

const below = <Row extends PersonRow>(load: LoadRows<Row>, idAbove: (row: Row) => string) => async ({ id, person }: Above, context: SubgraphContext) =>
  (await load(person, context))?.filter((row) => idAbove(row) === id) ?? null;

const latest = <Row>(load: LoadRows<Row>): LoadRows<Row> => async (person, context) => (await load(person, context))?.slice(0, LATEST) ?? null;
