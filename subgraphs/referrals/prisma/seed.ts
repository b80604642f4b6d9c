import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, SERVICES, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';

const tells = new Map(SERVICES.map((service) => [service.id, service.tells]));

/** Writes the directory and the referrals of the demo people, once. `idOf` gives a person's id in referrals' audience. */
export async function seedReferrals(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const referrals = people.flatMap(({ spine, story }) => story(today).referrals.referrals.map(({ service, labels, ...row }) => ({
    ...row, person: idOf(spine), serviceId: service, tells: tells.get(service) ?? '', sentOn: dateColumn(row.sentOn), labels: [...labels],
  })));
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.service.count(), () => db.$transaction([
      db.service.createMany({ data: SERVICES.map((service) => ({ ...service, needs: [...service.needs] })) }),
      db.referral.createMany({ data: referrals }),
    ]));
  } finally {
    await db.$disconnect();
  }
}
