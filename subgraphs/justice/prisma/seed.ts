import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

/** Writes what justice holds of the demo people, once. `idOf` gives a person's id in justice's audience. */
export async function seedJustice(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const told = people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).justice }));
  const workLimits = told.flatMap(({ person, workLimits }) => workLimits.map(({ labels, ...row }) =>
    ({ ...row, person, freeToWorkFrom: dateColumn(row.freeToWorkFrom), until: dateColumn(row.until), labels: [...labels] })));
  const support = told.flatMap(({ person, support }) => support.map(({ labels, ...row }) =>
    ({ ...row, person, startedOn: dateColumn(row.startedOn), labels: [...labels] })));
  const paybackOrders = told.flatMap(({ person, paybackOrders }) => paybackOrders.map(({ requirements, treatment, ...row }) =>
    ({ ...row, person, imposedOn: dateColumn(row.imposedOn), endsOn: dateColumn(row.endsOn), requirements: [...requirements], treatment: [...treatment] })));
  const convictions = told.flatMap(({ person, convictions }) => convictions.map(({ labels, ...row }) =>
    ({ ...row, person, convictedOn: dateColumn(row.convictedOn), discloseUntil: dateColumn(row.discloseUntil), labels: [...labels] })));

  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.workLimit.count(), () => db.$transaction([
      db.workLimit.createMany({ data: workLimits }),
      db.justiceSupport.createMany({ data: support }),
      db.communityPaybackOrder.createMany({ data: paybackOrders }),
      db.conviction.createMany({ data: convictions }),
    ]));
  } finally {
    await db.$disconnect();
  }
}
