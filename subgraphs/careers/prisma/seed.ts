import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

/** Writes what careers holds of the demo people, once. `idOf` gives a person's id in careers' audience. */
export async function seedCareers(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const rows = rowsOf(people, idOf, today);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.skill.count(), () => db.$transaction([
      db.careerProfile.createMany({ data: rows.profiles }),
      db.skill.createMany({ data: rows.skills }),
      db.qualification.createMany({ data: rows.qualifications }),
      db.careerPlan.createMany({ data: rows.careerPlans }),
      db.courseApplication.createMany({ data: rows.courseApplications }),
      db.workHistory.createMany({ data: rows.workHistory }),
      db.learningHistory.createMany({ data: rows.learningHistory }),
      db.cv.createMany({ data: rows.cvs.map(({ entries: _entries, ...cv }) => cv) }),
      db.cvEntry.createMany({ data: rows.cvEntries }),
      db.timelineEvent.createMany({ data: rows.timeline }),
      db.candidateNumber.createMany({ data: rows.candidateNumbers }),
    ]));
  } finally {
    await db.$disconnect();
  }
}

function rowsOf(people: readonly Persona[], idOf: (spine: SpineId) => PersonId, today: string) {
  const told = people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).careers }));
  const cvs = told.flatMap(({ person, cvs }) => cvs.map(({ labels, ...row }) => ({ ...row, id: randomUUID(), person, updatedOn: dateColumn(row.updatedOn), labels: [...labels] })));
  return {
    cvs,
    // An entry says itself whose it is: the reader's decision is checked on every row.
    cvEntries: cvs.flatMap(({ id, person, controller, entries }) => entries.map((entry, position) => ({ ...entry, cvId: id, person, controller, position, labels: [...entry.labels] }))),
    profiles: told.flatMap(({ person, profiles }) => profiles.map(({ labels, strengths, ...row }) => ({
      ...row, person, strengths: [...strengths], updatedOn: dateColumn(row.updatedOn), labels: [...labels],
    }))),
    skills: told.flatMap(({ person, skills }) => skills.map(({ labels, ...row }) => ({ ...row, person, labels: [...labels] }))),
    qualifications: told.flatMap(({ person, qualifications }) => qualifications.map(({ labels, ...row }) => ({ ...row, person, awardedOn: dateColumn(row.awardedOn), labels: [...labels] }))),
    careerPlans: told.flatMap(({ person, careerPlans }) => careerPlans.map(({ labels, interests, ...row }) => ({
      ...row, person, interests: [...interests], targetOn: dateColumn(row.targetOn), labels: [...labels],
    }))),
    courseApplications: told.flatMap(({ person, courseApplications }) => courseApplications.map(({ labels, ...row }) => ({
      ...row, person, appliedOn: dateColumn(row.appliedOn), startsOn: dateColumn(row.startsOn), labels: [...labels],
    }))),
    workHistory: told.flatMap(({ person, workHistory }) => workHistory.map(({ labels, ...row }) => ({
      ...row, person, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(row.endedOn), labels: [...labels],
    }))),
    learningHistory: told.flatMap(({ person, learningHistory }) => learningHistory.map(({ labels, ...row }) => ({
      ...row, person, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(row.endedOn), labels: [...labels],
    }))),
    timeline: told.flatMap(({ person, timeline }) => timeline.map(({ labels, ...row }) => ({ ...row, person, on: dateColumn(row.on), labels: [...labels] }))),
    candidateNumbers: told.flatMap(({ person, candidateNumbers }) => candidateNumbers.map((row) => ({ ...row, person }))),
  };
}
