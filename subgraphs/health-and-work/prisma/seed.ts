import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

/** Writes what health-and-work holds of the demo people, once. `idOf` gives a person's id in health-and-work's audience. */
export async function seedHealthAndWork(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const rows = rowsOf(people, idOf, today);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.healthWorkCase.count(), () => db.$transaction([
      db.healthWorkCase.createMany({ data: rows.cases.map(({ adjustments: _adjustments, ...healthCase }) => healthCase) }),
      db.workAdjustment.createMany({ data: rows.adjustments }),
      db.healthAppointment.createMany({ data: rows.appointments }),
      db.condition.createMany({ data: rows.conditions }),
      db.recoverySupport.createMany({ data: rows.recoverySupport }),
    ]));
  } finally {
    await db.$disconnect();
  }
}

function rowsOf(people: readonly Persona[], idOf: (spine: SpineId) => PersonId, today: string) {
  const told = people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).healthAndWork }));
  const cases = told.flatMap(({ person, cases }) => cases.map((row) => ({
    ...row, id: randomUUID(), person, openedOn: new Date(row.openedOn), closedOn: dateColumn(row.closedOn),
  })));
  // An adjustment says itself whose it is: the reader's decision is checked on every row.
  const adjustments = cases.flatMap(({ id, person, controller, adjustments }) => adjustments.map(({ labels, ...row }, position) => ({
    ...row, caseId: id, person, controller, position, until: dateColumn(row.until), labels: [...labels],
  })));
  const appointments = told.flatMap(({ person, appointments }) =>
    appointments.map(({ labels, ...row }) => ({ ...row, person, at: new Date(row.at), labels: [...labels] })));
  const conditions = told.flatMap(({ person, conditions }) =>
    conditions.map(({ labels, ...row }) => ({ ...row, person, since: dateColumn(row.since), labels: [...labels] })));
  const recoverySupport = told.flatMap(({ person, recoverySupport }) =>
    recoverySupport.map(({ labels, ...row }) => ({ ...row, person, startedOn: new Date(row.startedOn), labels: [...labels] })));
  return { cases, adjustments, appointments, conditions, recoverySupport };
}
