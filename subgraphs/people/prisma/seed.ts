import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

/** Writes what the people room holds of the demo people, once. `idOf` gives a person's id in its audience. */
export async function seedPeople(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const told = people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).people }));
  const contacts = told.flatMap(({ person, contacts }) => contacts.map(({ labels, ...row }) => ({ ...row, person, labels: [...labels] })));
  const accessNeeds = told.flatMap(({ person, accessNeeds }) => accessNeeds.map(({ labels, ...row }) => ({ ...row, person, labels: [...labels] })));

  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.personName.count(), () => db.$transaction([
      db.personName.createMany({ data: told.map(({ person, name }) => ({ ...name, person })) }),
      db.contactRoute.createMany({ data: contacts }),
      db.legalName.createMany({ data: told.map(({ person, legalName: { earlier, ...row } }) => ({ ...row, person, earlier: [...earlier] })) }),
      db.accessNeed.createMany({ data: accessNeeds }),
    ]));
  } finally {
    await db.$disconnect();
  }
}
