import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona, type Somebody } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

/** Writes what careers holds of the demo people, once. `idOf` gives a person's id in careers' audience. */
export async function seedCareers(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const rows = careersRows(people, idOf, today);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.skill.count(), () => db.$transaction([
      db.careerProfile.createMany({ data: rows.CareerProfile }),
      db.skill.createMany({ data: rows.Skill }),
      db.qualification.createMany({ data: rows.Qualification }),
      db.careerPlan.createMany({ data: rows.CareerPlan }),
      db.courseApplication.createMany({ data: rows.CourseApplication }),
      db.workHistory.createMany({ data: rows.WorkHistory }),
      db.learningHistory.createMany({ data: rows.LearningHistory }),
      db.cv.createMany({ data: rows.Cv }),
      db.cvEntry.createMany({ data: rows.CvEntry }),
      db.timelineEvent.createMany({ data: rows.TimelineEvent }),
      db.candidateNumber.createMany({ data: rows.CandidateNumber }),
    ]));
  } finally {
    await db.$disconnect();
  }
}

/** The rows of people's records, model by model, each after what it hangs from. A row without an id may have any. */
export function careersRows(people: readonly Somebody[], idOf: (spine: SpineId) => PersonId, today: string, newId: () => string = randomUUID) {
  const told = people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).careers }));
  const cvs = told.flatMap(({ person, cvs }) => cvs.map(({ labels, ...row }) => ({ ...row, id: newId(), person, updatedOn: dateColumn(row.updatedOn), labels: [...labels] })));
  return {
    CareerProfile: told.flatMap(({ person, profiles }) => profiles.map(({ labels, strengths, ...row }) => ({
      ...row, person, strengths: [...strengths], updatedOn: dateColumn(row.updatedOn), labels: [...labels],
    }))),
    Skill: told.flatMap(({ person, skills }) => skills.map(({ labels, ...row }) => ({ ...row, person, labels: [...labels] }))),
    Qualification: told.flatMap(({ person, qualifications }) => qualifications.map(({ labels, ...row }) => ({ ...row, person, awardedOn: dateColumn(row.awardedOn), labels: [...labels] }))),
    CareerPlan: told.flatMap(({ person, careerPlans }) => careerPlans.map(({ labels, interests, ...row }) => ({
      ...row, person, interests: [...interests], targetOn: dateColumn(row.targetOn), labels: [...labels],
    }))),
    CourseApplication: told.flatMap(({ person, courseApplications }) => courseApplications.map(({ labels, ...row }) => ({
      ...row, person, appliedOn: dateColumn(row.appliedOn), startsOn: dateColumn(row.startsOn), labels: [...labels],
    }))),
    WorkHistory: told.flatMap(({ person, workHistory }) => workHistory.map(({ labels, ...row }) => ({
      ...row, person, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(row.endedOn), labels: [...labels],
    }))),
    LearningHistory: told.flatMap(({ person, learningHistory }) => learningHistory.map(({ labels, ...row }) => ({
      ...row, person, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(row.endedOn), labels: [...labels],
    }))),
    Cv: cvs.map(({ entries: _entries, ...cv }) => cv),
    // An entry says itself whose it is: the reader's decision is checked on every row.
    CvEntry: cvs.flatMap(({ id, person, controller, entries }) => entries.map((entry, position) => ({ ...entry, cvId: id, person, controller, position, labels: [...entry.labels] }))),
    TimelineEvent: told.flatMap(({ person, timeline }) => timeline.map(({ labels, ...row }) => ({ ...row, person, on: dateColumn(row.on), labels: [...labels] }))),
    CandidateNumber: told.flatMap(({ person, candidateNumbers }) => candidateNumbers.map((row) => ({ ...row, person }))),
  };
}
