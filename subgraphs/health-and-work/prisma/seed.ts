import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { rowsOf } from './rows.ts';

/** Writes what health-and-work holds of the demo people, once. `idOf` gives a person's id in health-and-work's audience. */
export async function seedHealthAndWork(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const rows = rowsOf(people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).healthAndWork })));
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.healthWorkCase.count(), () => db.$transaction([
      db.healthWorkCase.createMany({ data: rows.cases }),
      db.workAdjustment.createMany({ data: rows.adjustments }),
      db.caseService.createMany({ data: rows.services }),
      db.healthAssessment.createMany({ data: rows.assessments }),
      db.assessmentNote.createMany({ data: rows.notes }),
      db.mentalHealthNote.createMany({ data: rows.mentalNotes }),
      db.mskTriage.createMany({ data: rows.triages }),
      db.mskAdjustment.createMany({ data: rows.triageAdjustments }),
      db.healthAppointment.createMany({ data: rows.appointments }),
      db.condition.createMany({ data: rows.conditions }),
      db.ipsEpisode.createMany({ data: rows.ipsEpisodes }),
      db.recoverySupport.createMany({ data: rows.recoverySupport }),
      db.recoveryAppointment.createMany({ data: rows.recoveryAppointments }),
      db.timelineEvent.createMany({ data: rows.timeline }),
    ]));
  } finally {
    await db.$disconnect();
  }
}
