import { PrismaPg } from '@prisma/adapter-pg';
import { PATIENT_SEED, seedOnce } from '@thegither/subgraph';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { employabilityRows } from './rows/employabilityRows.ts';

/** Writes what employability holds of the demo people, once. `idOf` gives a person's id in employability's audience. */
export async function seedEmployability(
  databaseUrl: string, idOf: (spine: SpineId) => PersonId, today: string = dayOf(Date.now()), people: readonly Persona[] = PERSONAS,
): Promise<void> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }), transactionOptions: PATIENT_SEED });
  try {
    await seedOnce(() => db.actionPlan.count(), () => db.$transaction(writing(db, employabilityRows(people, idOf, today))));
  } finally {
    await db.$disconnect();
  }
}

/** What a row hangs from is written before it. */
function writing(db: PrismaClient, rows: ReturnType<typeof employabilityRows>) {
  return [
    db.actionPlan.createMany({ data: rows.ActionPlan }),
    db.goal.createMany({ data: rows.Goal }),
    db.step.createMany({ data: rows.Step }),
    db.planReview.createMany({ data: rows.PlanReview }),
    db.skillRating.createMany({ data: rows.SkillRating }),
    db.socialContact.createMany({ data: rows.SocialContact }),
    db.readinessItem.createMany({ data: rows.ReadinessItem }),
    db.participation.createMany({ data: rows.Participation }),
    db.stageReached.createMany({ data: rows.StageReached }),
    db.participationPhase.createMany({ data: rows.ParticipationPhase }),
    db.supportActivity.createMany({ data: rows.SupportActivity }),
    db.activityPause.createMany({ data: rows.ActivityPause }),
    db.supportContact.createMany({ data: rows.SupportContact }),
    db.fundingAward.createMany({ data: rows.FundingAward }),
    db.barrier.createMany({ data: rows.Barrier }),
    db.needsAssessment.createMany({ data: rows.NeedsAssessment }),
    db.assessmentAnswer.createMany({ data: rows.AssessmentAnswer }),
    db.sensitiveReadinessItem.createMany({ data: rows.SensitiveReadinessItem }),
    db.outcome.createMany({ data: rows.Outcome }),
    db.outcomeCheck.createMany({ data: rows.OutcomeCheck }),
    db.timelineEvent.createMany({ data: rows.TimelineEvent }),
  ];
}
