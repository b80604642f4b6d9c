import type { TimelineOfQuery } from '../../generated/operations.ts';

/** Which fields of a person tell what happened in a topic: every topic that has any, in the order of the register. */
export const EVENTS = {
  ACTION_PLAN: ['actionPlanTimeline'],
  SUPPORT_RECEIVED: ['supportReceivedTimeline', 'referralTimeline'],
  BARRIERS: ['barriersTimeline'],
  WORK_SINCE: ['workSinceTimeline'],
  HEALTH_AND_WORK: ['healthAndWorkTimeline'],
  HEALTH_APPOINTMENTS: ['healthAppointmentsTimeline'],
  CONDITIONS: ['conditionsTimeline'],
  MENTAL_HEALTH_AND_RECOVERY: ['mentalHealthAndRecoveryTimeline'],
  JUSTICE_SUPPORT: ['justiceSupportTimeline'],
  JUSTICE_LIMITS: ['justiceLimitsTimeline'],
  CONVICTIONS: ['convictionsTimeline'],
  WHERE_I_LIVE: ['whereILiveTimeline'],
  HOMELESSNESS_HELP: ['homelessnessHelpTimeline'],
  HOUSING_MONEY: ['housingMoneyTimeline'],
  SKILLS: ['skillsTimeline'],
  CAREER_PLANS: ['careerPlansTimeline'],
  WORK_HISTORY: ['workHistoryTimeline'],
} as const satisfies Record<string, readonly (keyof NonNullable<TimelineOfQuery['person']>)[]>;

/** A topic that can have events. */
export type EventTopic = keyof typeof EVENTS;

/** All of them. */
export const EVENT_TOPICS = Object.keys(EVENTS) as readonly EventTopic[];

/** The topic of that name; undefined for any other text. */
export const eventTopicNamed = (name: string): EventTopic | undefined => EVENT_TOPICS.find((topic) => topic === name);
