import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { rowsOf } from './rows.ts';

/** Writes what justice holds of the demo people, once. `idOf` gives a person's id in justice's audience. */
export async function seedJustice(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const rows = rowsOf(people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).justice })));
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.workLimit.count(), () => db.$transaction([
      db.workLimit.createMany({ data: rows.workLimits }),
      db.justiceSupport.createMany({ data: rows.support }),
      db.communityPaybackOrder.createMany({ data: rows.paybackOrders }),
      db.unpaidWorkSlot.createMany({ data: rows.slots }),
      db.liberationPlan.createMany({ data: rows.liberationPlans }),
      db.licenceCondition.createMany({ data: rows.licenceConditions }),
      db.conviction.createMany({ data: rows.convictions }),
      db.riskNote.createMany({ data: rows.riskNotes }),
      db.timelineEvent.createMany({ data: rows.timeline }),
    ]));
  } finally {
    await db.$disconnect();
  }
}
