import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { COUNCILS } from '../src/reference/councils.ts';
import { writeReference } from '../src/reference/writeReference.ts';
import { directoryRows } from './directoryRows.ts';
import { referralRows } from './referralRows.ts';

/** Writes the lists of codes, the directory and the referrals of the demo people, once. `idOf` gives a person's id in referrals' audience. */
export async function seedReferrals(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const { organisations, services, locations } = directoryRows();
  const { Referral: referrals, ReferralStep: steps, ReferralGoal: goals } = referralRows(people, idOf, today);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.service.count({ where: { feed: 'demonstration' } }), () => db.$transaction(async (tx) => {
      await writeReference(tx);
      await tx.organisation.createMany({ data: organisations });
      await tx.service.createMany({ data: services });
      await tx.serviceLocation.createMany({ data: locations });
      await tx.referral.createMany({ data: referrals });
      await tx.referralStep.createMany({ data: steps });
      await tx.referralGoal.createMany({ data: goals });
      await tx.signpost.createMany({ data: signposts(today) });
    }));
  } finally {
    await db.$disconnect();
  }
}

const FIFE = 'S12000047', GLASGOW = 'S12000049';

/** Some who asked at a counter and were shown the way: nobody knows who they were. */
function signposts(today: string) {
  const on = new Date(today);
  const shown = (tool: 'HOUSING_OPTIONS' | 'NAVIGATOR', need: string, councilCode: string, times: number) => Array.from({ length: times }, () => ({ tool, need, councilCode, on }));
  return [
    ...shown('HOUSING_OPTIONS', 'HOUSING_ADVICE', FIFE, 9), ...shown('HOUSING_OPTIONS', 'MONEY_ADVICE', FIFE, 6),
    ...shown('NAVIGATOR', 'JOB_SEARCH', GLASGOW, 7), ...shown('NAVIGATOR', 'ALCOHOL_AND_DRUGS', GLASGOW, 2), ...shown('NAVIGATOR', 'JOB_SEARCH', COUNCILS[0]!.code, 1),
  ];
}
