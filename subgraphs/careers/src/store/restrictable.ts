import type { Restrictable } from '@thegither/subgraph';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { CareersRecordKind } from '../generated/graphql.ts';

/** The tables of careers whose rows a person reads of themselves, and an agency may keep from them. */
export const restrictable = (db: PrismaClient): Restrictable<CareersRecordKind> => ({
  CAREER_PROFILE: (where) => db.careerProfile.count({ where }),
  SKILL: (where) => db.skill.count({ where }),
  QUALIFICATION: (where) => db.qualification.count({ where }),
  CAREER_PLAN: (where) => db.careerPlan.count({ where }),
  COURSE_APPLICATION: (where) => db.courseApplication.count({ where }),
  WORK_HISTORY: (where) => db.workHistory.count({ where }),
  LEARNING_HISTORY: (where) => db.learningHistory.count({ where }),
  CV: (where) => db.cv.count({ where }),
  CV_ENTRY: (where) => db.cvEntry.count({ where }),
  TIMELINE_EVENT: (where) => db.timelineEvent.count({ where }),
});
