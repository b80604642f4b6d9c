import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

/** Writes what employability holds of the demo people, once. `idOf` gives a person's id in employability's audience. */
export async function seedEmployability(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const rows = rowsOf(people, idOf, today);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.actionPlan.count(), () => db.$transaction([
      db.actionPlan.createMany({ data: rows.plans.map(({ goals: _goals, ...plan }) => plan) }),
      db.goal.createMany({ data: rows.goals.map(({ steps: _steps, ...goal }) => goal) }),
      db.step.createMany({ data: rows.steps }),
      db.participation.createMany({ data: rows.participations }),
      db.barrier.createMany({ data: rows.barriers }),
      db.outcome.createMany({ data: rows.outcomes }),
    ]));
  } finally {
    await db.$disconnect();
  }
}

function rowsOf(people: readonly Persona[], idOf: (spine: SpineId) => PersonId, today: string) {
  const told = people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).employability }));
  const plans = told.flatMap(({ person, actionPlan }) => (actionPlan ? [{ ...actionPlan, person }] : [])).map((plan) => ({
    ...plan, id: randomUUID(), agreedOn: dateColumn(plan.agreedOn), reviewOn: dateColumn(plan.reviewOn),
  }));
  // A goal and a step say themselves whose they are: the reader's decision is checked on every row.
  const goals = plans.flatMap(({ id, person, controller, goals }) => goals.map((goal, position) => ({
    ...goal, id: randomUUID(), planId: id, person, controller, position, targetOn: dateColumn(goal.targetOn), labels: [...goal.labels],
  })));
  const steps = goals.flatMap(({ id, person, controller, steps }) => steps.map((step, position) => ({
    ...step, goalId: id, person, controller, position, targetOn: dateColumn(step.targetOn), labels: [...step.labels],
  })));
  const participations = told.flatMap(({ person, participations }) => participations.map(({ stage, labels, ...row }) => ({
    ...row, person, stageNumber: stage, startedOn: new Date(row.startedOn), endedOn: dateColumn(row.endedOn), labels: [...labels],
  })));
  const barriers = told.flatMap(({ person, barriers }) => barriers.map(({ labels, ...row }) => ({ ...row, person, labels: [...labels] })));
  const outcomes = told.flatMap(({ person, outcomes }) =>
    outcomes.map(({ labels, ...row }) => ({ ...row, person, startedOn: new Date(row.startedOn), labels: [...labels] })));
  return { plans, goals, steps, participations, barriers, outcomes };
}
