import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona, type Somebody } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

/** Writes what housing holds of the demo people, once. `idOf` gives a person's id in housing's audience. */
export async function seedHousing(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const rows = housingRows(people, idOf, today);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.housingSituation.count(), () => db.$transaction([
      db.housingSituation.createMany({ data: rows.HousingSituation }),
      db.tenancy.createMany({ data: rows.Tenancy }),
      db.noFixedAddress.createMany({ data: rows.NoFixedAddress }),
      db.housingApproach.createMany({ data: rows.HousingApproach }),
      db.homelessApplication.createMany({ data: rows.HomelessApplication }),
      db.askedAboutHousing.createMany({ data: rows.AskedAboutHousing }),
      db.rentAccount.createMany({ data: rows.RentAccount }),
      db.timelineEvent.createMany({ data: rows.TimelineEvent }),
    ]));
  } finally {
    await db.$disconnect();
  }
}

/** The rows of people's records, model by model. Their ids may be any. */
export function housingRows(people: readonly Somebody[], idOf: (spine: SpineId) => PersonId, today: string) {
  const told = people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).housing }));
  return {
    HousingSituation: told.flatMap(({ person, situations }) => situations.map(({ labels, ...row }) => ({ ...row, person, since: dateColumn(row.since), labels: [...labels] }))),
    Tenancy: told.flatMap(({ person, tenancies }) => tenancies.map((row) => ({ ...row, person, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(row.endedOn) }))),
    NoFixedAddress: told.flatMap(({ person, noFixedAddress }) => noFixedAddress.map(({ labels, ...row }) => ({
      ...row, person, since: dateColumn(row.since), until: dateColumn(row.until), labels: [...labels],
    }))),
    HousingApproach: told.flatMap(({ person, approaches }) => approaches.map(({ labels, activities, ...row }) => ({
      ...row, person, activities: [...activities], approachedOn: dateColumn(row.approachedOn), closedOn: dateColumn(row.closedOn), labels: [...labels],
    }))),
    HomelessApplication: told.flatMap(({ person, homelessApplications }) => homelessApplications.map(({ labels, ...row }) => ({
      ...row, person, appliedOn: dateColumn(row.appliedOn), assessedOn: dateColumn(row.assessedOn), closedOn: dateColumn(row.closedOn), labels: [...labels],
    }))),
    AskedAboutHousing: told.flatMap(({ person, askedAboutHousing }) => askedAboutHousing.map(({ labels, ...row }) => ({ ...row, person, askedOn: dateColumn(row.askedOn), labels: [...labels] }))),
    RentAccount: told.flatMap(({ person, rentAccounts }) => rentAccounts.map((row) => ({
      ...row, person, planAgreedOn: dateColumn(row.planAgreedOn), benefitCheckOn: dateColumn(row.benefitCheckOn),
    }))),
    TimelineEvent: told.flatMap(({ person, timeline }) => timeline.map(({ labels, ...row }) => ({ ...row, person, on: dateColumn(row.on), labels: [...labels] }))),
  };
}
