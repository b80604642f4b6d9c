import type { Restrictable } from '@thegither/subgraph';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { EmployabilityRecordKind } from '../generated/graphql.ts';

/** The tables of employability whose rows a person reads of themselves, and an agency may keep from them. */
export const restrictable = (db: PrismaClient): Restrictable<EmployabilityRecordKind> => ({
  ACTION_PLAN: (where) => db.actionPlan.count({ where }),
  GOAL: (where) => db.goal.count({ where }),
  STEP: (where) => db.step.count({ where }),
  PLAN_REVIEW: (where) => db.planReview.count({ where }),
  SKILL_RATING: (where) => db.skillRating.count({ where }),
  SOCIAL_CONTACT: (where) => db.socialContact.count({ where }),
  READINESS_ITEM: (where) => db.readinessItem.count({ where }),
  SENSITIVE_READINESS_ITEM: (where) => db.sensitiveReadinessItem.count({ where }),
  PARTICIPATION: (where) => db.participation.count({ where }),
  STAGE_REACHED: (where) => db.stageReached.count({ where }),
  PARTICIPATION_PHASE: (where) => db.participationPhase.count({ where }),
  SUPPORT_ACTIVITY: (where) => db.supportActivity.count({ where }),
  ACTIVITY_PAUSE: (where) => db.activityPause.count({ where }),
  SUPPORT_CONTACT: (where) => db.supportContact.count({ where }),
  FUNDING_AWARD: (where) => db.fundingAward.count({ where }),
  NEEDS_ASSESSMENT: (where) => db.needsAssessment.count({ where }),
  ASSESSMENT_ANSWER: (where) => db.assessmentAnswer.count({ where }),
  BARRIER: (where) => db.barrier.count({ where }),
  OUTCOME: (where) => db.outcome.count({ where }),
  OUTCOME_CHECK: (where) => db.outcomeCheck.count({ where }),
  TIMELINE_EVENT: (where) => db.timelineEvent.count({ where }),
});
