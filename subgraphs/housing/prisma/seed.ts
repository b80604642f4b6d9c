import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

/** Writes what housing holds of the demo people, once. `idOf` gives a person's id in housing's audience. */
export async function seedHousing(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const told = people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).housing }));
  const situations = told.flatMap(({ person, situations }) =>
    situations.map(({ labels, ...row }) => ({ ...row, person, since: dateColumn(row.since), labels: [...labels] })));
  const homelessApplications = told.flatMap(({ person, homelessApplications }) =>
    homelessApplications.map(({ labels, ...row }) => ({ ...row, person, appliedOn: dateColumn(row.appliedOn), labels: [...labels] })));
  const rentAccounts = told.flatMap(({ person, rentAccounts }) => rentAccounts.map((row) => ({ ...row, person })));

  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.housingSituation.count(), () => db.$transaction([
      db.housingSituation.createMany({ data: situations }),
      db.homelessApplication.createMany({ data: homelessApplications }),
      db.rentAccount.createMany({ data: rentAccounts }),
    ]));
  } finally {
    await db.$disconnect();
  }
}
