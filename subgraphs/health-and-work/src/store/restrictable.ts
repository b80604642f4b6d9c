import type { Restrictable } from '@thegither/subgraph';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { HealthAndWorkRecordKind } from '../generated/graphql.ts';

/** The tables of health and work whose rows a person reads of themselves, and an agency may keep from them. */
export const restrictable = (db: PrismaClient<never, { healthWorkCase: { chi: true } }>): Restrictable<HealthAndWorkRecordKind> => ({
  HEALTH_WORK_CASE: (where) => db.healthWorkCase.count({ where }),
  WORK_ADJUSTMENT: (where) => db.workAdjustment.count({ where }),
  CASE_SERVICE: (where) => db.caseService.count({ where }),
  HEALTH_ASSESSMENT: (where) => db.healthAssessment.count({ where }),
  ASSESSMENT_NOTE: (where) => db.assessmentNote.count({ where }),
  MENTAL_HEALTH_NOTE: (where) => db.mentalHealthNote.count({ where }),
  MSK_TRIAGE: (where) => db.mskTriage.count({ where }),
  MSK_ADJUSTMENT: (where) => db.mskAdjustment.count({ where }),
  HEALTH_APPOINTMENT: (where) => db.healthAppointment.count({ where }),
  CONDITION: (where) => db.condition.count({ where }),
  IPS_EPISODE: (where) => db.ipsEpisode.count({ where }),
  RECOVERY_SUPPORT: (where) => db.recoverySupport.count({ where }),
  RECOVERY_APPOINTMENT: (where) => db.recoveryAppointment.count({ where }),
  TIMELINE_EVENT: (where) => db.timelineEvent.count({ where }),
});
