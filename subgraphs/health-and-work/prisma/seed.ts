import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { healthAndWorkRows } from './rows.ts';

/** Writes what health-and-work holds of the demo people, once. `idOf` gives a person's id in health-and-work's audience. */
export async function seedHealthAndWork(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const rows = healthAndWorkRows(people, idOf, today);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.healthWorkCase.count(), () => db.$transaction([
      db.healthWorkCase.createMany({ data: rows.HealthWorkCase }),
      db.workAdjustment.createMany({ data: rows.WorkAdjustment }),
      db.caseService.createMany({ data: rows.CaseService }),
      db.healthAssessment.createMany({ data: rows.HealthAssessment }),
      db.assessmentNote.createMany({ data: rows.AssessmentNote }),
      db.mentalHealthNote.createMany({ data: rows.MentalHealthNote }),
      db.mskTriage.createMany({ data: rows.MskTriage }),
      db.mskAdjustment.createMany({ data: rows.MskAdjustment }),
      db.healthAppointment.createMany({ data: rows.HealthAppointment }),
      db.condition.createMany({ data: rows.Condition }),
      db.ipsEpisode.createMany({ data: rows.IpsEpisode }),
      db.recoverySupport.createMany({ data: rows.RecoverySupport }),
      db.recoveryAppointment.createMany({ data: rows.RecoveryAppointment }),
      db.timelineEvent.createMany({ data: rows.TimelineEvent }),
    ]));
  } finally {
    await db.$disconnect();
  }
}
