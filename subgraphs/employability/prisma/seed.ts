import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, dateColumn, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { barrierRows } from './rows/barriers.ts';
import { outcomeRows } from './rows/outcomes.ts';
import { planRows } from './rows/plan.ts';
import { supportRows } from './rows/support.ts';
import { each, labelsOf, toldOf, type Told } from './rows/told.ts';

/** Writes what employability holds of the demo people, once. `idOf` gives a person's id in employability's audience. */
export async function seedEmployability(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.actionPlan.count(), () => db.$transaction(writing(db, toldOf(people, idOf, today))));
  } finally {
    await db.$disconnect();
  }
}

/** What a row hangs from is written before it. */
function writing(db: PrismaClient, told: readonly Told[]) {
  const [plans, support, barriers, outcomes] = [planRows(told), supportRows(told), barrierRows(told), outcomeRows(told)];
  const events = each(told, ({ timeline }) => timeline).map((event) => ({ ...event, on: dateColumn(event.on), ...labelsOf(event) }));
  return [
    db.actionPlan.createMany({ data: plans.actionPlan }),
    db.goal.createMany({ data: plans.goal }),
    db.step.createMany({ data: plans.step }),
    db.planReview.createMany({ data: plans.planReview }),
    db.skillRating.createMany({ data: plans.skillRating }),
    db.socialContact.createMany({ data: plans.socialContact }),
    db.readinessItem.createMany({ data: plans.readinessItem }),
    db.participation.createMany({ data: support.participation }),
    db.stageReached.createMany({ data: support.stageReached }),
    db.participationPhase.createMany({ data: support.participationPhase }),
    db.supportActivity.createMany({ data: support.supportActivity }),
    db.activityPause.createMany({ data: support.activityPause }),
    db.supportContact.createMany({ data: support.supportContact }),
    db.fundingAward.createMany({ data: support.fundingAward }),
    db.barrier.createMany({ data: barriers.barrier }),
    db.needsAssessment.createMany({ data: barriers.needsAssessment }),
    db.assessmentAnswer.createMany({ data: barriers.assessmentAnswer }),
    db.sensitiveReadinessItem.createMany({ data: barriers.sensitiveReadinessItem }),
    db.outcome.createMany({ data: outcomes.outcome }),
    db.outcomeCheck.createMany({ data: outcomes.outcomeCheck }),
    db.timelineEvent.createMany({ data: events }),
  ];
}
