import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

/** Writes what careers holds of the demo people, once. `idOf` gives a person's id in careers' audience. */
export async function seedCareers(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const told = people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).careers }));
  const skills = told.flatMap(({ person, skills }) => skills.map(({ labels, ...row }) => ({ ...row, person, labels: [...labels] })));
  const qualifications = told.flatMap(({ person, qualifications }) =>
    qualifications.map(({ labels, ...row }) => ({ ...row, person, awardedOn: dateColumn(row.awardedOn), labels: [...labels] })));
  const careerPlans = told.flatMap(({ person, careerPlans }) =>
    careerPlans.map(({ labels, interests, ...row }) => ({ ...row, person, interests: [...interests], labels: [...labels] })));
  const workHistory = told.flatMap(({ person, workHistory }) => workHistory.map(({ labels, ...row }) => ({
    ...row, person, startedOn: new Date(row.startedOn), endedOn: dateColumn(row.endedOn), labels: [...labels],
  })));

  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.skill.count(), () => db.$transaction([
      db.skill.createMany({ data: skills }),
      db.qualification.createMany({ data: qualifications }),
      db.careerPlan.createMany({ data: careerPlans }),
      db.workHistory.createMany({ data: workHistory }),
    ]));
  } finally {
    await db.$disconnect();
  }
}
