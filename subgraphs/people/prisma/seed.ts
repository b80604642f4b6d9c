import { randomBytes } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

/** Writes what the people room holds of the demo people, once. `idOf` gives a person's id in its audience. */
export async function seedPeople(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const rows = rowsOf(people, idOf, today);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.personName.count(), () => db.$transaction([
      db.personName.createMany({ data: rows.names }),
      db.contactRoute.createMany({ data: rows.contacts }),
      db.contactPreference.createMany({ data: rows.contactPreferences }),
      db.digitalAccess.createMany({ data: rows.digitalAccess }),
      db.legalName.createMany({ data: rows.legalNames }),
      db.externalIdentifier.createMany({ data: rows.externalIdentifiers }),
      db.accessNeed.createMany({ data: rows.accessNeeds }),
      db.equalityAnswer.createMany({ data: rows.equality }),
    ]));
  } finally {
    await db.$disconnect();
  }
}

function rowsOf(people: readonly Persona[], idOf: (spine: SpineId) => PersonId, today: string) {
  const told = people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).people }));
  return {
    names: told.map(({ person, name }) => ({ ...name, person })),
    contacts: told.flatMap(({ person, contacts }) => contacts.map(({ labels, ...row }) => ({ ...row, person, labels: [...labels] }))),
    contactPreferences: told.flatMap(({ person, contactPreferences }) => contactPreferences.map(({ labels, ways, ...row }) => ({ ...row, person, ways: [...ways], labels: [...labels] }))),
    digitalAccess: told.flatMap(({ person, digitalAccess }) => digitalAccess.map((row) => ({ ...row, person }))),
    legalNames: told.map(({ person, legalName: { earlier, ...row } }) => ({ ...row, person, earlier: [...earlier] })),
    externalIdentifiers: told.flatMap(({ person, externalIdentifiers }) => externalIdentifiers.map(({ labels, ...row }) => ({
      ...row, person, digest: digestOfNothing(), linkedOn: dateColumn(row.linkedOn), labels: [...labels],
    }))),
    accessNeeds: told.flatMap(({ person, accessNeeds }) => accessNeeds.map(({ labels, ...row }) => ({ ...row, person, labels: [...labels] }))),
    equality: told.flatMap(({ person, equality }) => equality.map((row) => ({ ...row, person }))),
  };
}

/** An unreal person has no number in another system: what stands in its place fits nobody's. */
const digestOfNothing = (): string => randomBytes(32).toString('base64url');
