import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { justiceRows } from './rows.ts';

/** Writes what justice holds of the demo people, once. `idOf` gives a person's id in justice's audience. */
export async function seedJustice(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const rows = justiceRows(people, idOf, today);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.workLimit.count(), () => db.$transaction([
      db.workLimit.createMany({ data: rows.WorkLimit }),
      db.justiceSupport.createMany({ data: rows.JusticeSupport }),
      db.communityPaybackOrder.createMany({ data: rows.CommunityPaybackOrder }),
      db.unpaidWorkSlot.createMany({ data: rows.UnpaidWorkSlot }),
      db.liberationPlan.createMany({ data: rows.LiberationPlan }),
      db.licenceCondition.createMany({ data: rows.LicenceCondition }),
      db.conviction.createMany({ data: rows.Conviction }),
      db.riskNote.createMany({ data: rows.RiskNote }),
      db.timelineEvent.createMany({ data: rows.TimelineEvent }),
    ]));
  } finally {
    await db.$disconnect();
  }
}
