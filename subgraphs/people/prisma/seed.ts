import { createHash, randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona, type Somebody } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

/** Writes what the people room holds of the demo people, once. `idOf` gives a person's id in its audience. */
export async function seedPeople(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const rows = peopleRows(people, idOf, today);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.personName.count(), () => db.$transaction([
      db.personName.createMany({ data: rows.PersonName }),
      db.contactRoute.createMany({ data: rows.ContactRoute }),
      db.contactPreference.createMany({ data: rows.ContactPreference }),
      db.digitalAccess.createMany({ data: rows.DigitalAccess }),
      db.legalName.createMany({ data: rows.LegalName }),
      db.externalIdentifier.createMany({ data: rows.ExternalIdentifier }),
      db.accessNeed.createMany({ data: rows.AccessNeed }),
      db.equalityAnswer.createMany({ data: rows.EqualityAnswer }),
    ]));
  } finally {
    await db.$disconnect();
  }
}

/** The rows of people's records, model by model. Their ids may be any; `newId` is what the digests are made from. */
export function peopleRows(people: readonly Somebody[], idOf: (spine: SpineId) => PersonId, today: string, newId: () => string = randomUUID) {
  const told = people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).people }));
  return {
    PersonName: told.map(({ person, name }) => ({ ...name, person })),
    ContactRoute: told.flatMap(({ person, contacts }) => contacts.map(({ labels, ...row }) => ({ ...row, person, labels: [...labels] }))),
    ContactPreference: told.flatMap(({ person, contactPreferences }) => contactPreferences.map(({ labels, ways, ...row }) => ({ ...row, person, ways: [...ways], labels: [...labels] }))),
    DigitalAccess: told.flatMap(({ person, digitalAccess }) => digitalAccess.map((row) => ({ ...row, person }))),
    LegalName: told.map(({ person, legalName: { earlier, ...row } }) => ({ ...row, person, earlier: [...earlier] })),
    ExternalIdentifier: told.flatMap(({ person, externalIdentifiers }) => externalIdentifiers.map(({ labels, ...row }) => ({
      ...row, person, digest: digestOfNothing(newId()), linkedOn: dateColumn(row.linkedOn), labels: [...labels],
    }))),
    AccessNeed: told.flatMap(({ person, accessNeeds }) => accessNeeds.map(({ labels, ...row }) => ({ ...row, person, labels: [...labels] }))),
    EqualityAnswer: told.flatMap(({ person, equality }) => equality.map((row) => ({ ...row, person }))),
  };
}

/** An unreal person has no number in another system: what stands in its place fits nobody's. */
const digestOfNothing = (id: string): string => createHash('sha256').update(`nobody's number ${id}`).digest('base64url');
