import type { EventStory } from './event.ts';
import type { Held, Labelled } from './held.ts';

/** A change at work that helps: what helps, never why. */
export interface AdjustmentStory extends Labelled {
  readonly what: string;
  readonly until: string | null;
}

/** A service that a case gives. Counselling tells of mental health, and its labels say so. */
export interface CaseServiceStory extends Labelled {
  readonly kind: 'PHYSIOTHERAPY' | 'OCCUPATIONAL_HEALTH' | 'COUNSELLING';
  readonly offeredOn: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

/** One thing that an assessment found. */
export interface AssessmentNoteStory extends Labelled {
  readonly what: string;
}

/** An assessment in its three parts; `mind` is MENTAL_HEALTH_AND_RECOVERY as well as HEALTH_AND_WORK. */
export interface HealthAssessmentStory {
  readonly on: string;
  readonly body: readonly AssessmentNoteStory[];
  readonly mind: readonly AssessmentNoteStory[];
  readonly lifeAndWork: readonly AssessmentNoteStory[];
}

/** Work with somebody on how their health affects work. */
export interface HealthWorkCaseStory extends Held {
  readonly level: 'LIGHT_TOUCH' | 'CASE_MANAGEMENT';
  readonly inWork: boolean | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  /** For how many weeks it may run, 1 to 20; null for a light touch. */
  readonly weeks: number | null;
  /** A CHI number that can belong to nobody; null where the case has none. */
  readonly chi: string | null;
  readonly adjustments: readonly AdjustmentStory[];
  readonly services: readonly CaseServiceStory[];
  readonly assessments: readonly HealthAssessmentStory[];
}

/** Advice on muscles and joints, as it is shared. The diagnosis is a ConditionStory. */
export interface MskTriageStory extends Held {
  readonly on: string;
  readonly adjustments: readonly AdjustmentStory[];
}

/** How an appointment is held. */
export type AppointmentMode = 'PHONE' | 'VIDEO' | 'IN_PERSON' | 'GROUP';

/** An appointment for health at work; `at` is a moment in UTC as ISO 8601. */
export interface HealthAppointmentStory extends Held, Labelled {
  readonly service: string;
  readonly at: string;
  readonly mode: AppointmentMode;
  readonly place: string | null;
}

/** A health condition. */
export interface ConditionStory extends Held, Labelled {
  readonly name: string;
  readonly since: string | null;
  readonly treatment: string | null;
}

/** A spell of Individual Placement and Support. */
export interface IpsEpisodeStory extends Held, Labelled {
  readonly stage: 'GETTING_STARTED' | 'JOB_FINDING' | 'IN_WORK';
  readonly service: string | null;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

/** That there is support with mental health, alcohol or drugs, and when it meets (`at` in UTC as ISO 8601). */
export interface RecoverySupportStory extends Held {
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly appointments: readonly { readonly at: string; readonly mode: AppointmentMode }[];
}

/** Something that happened with health and work. */
export type HealthEventStory = EventStory<'HEALTH_AND_WORK' | 'HEALTH_APPOINTMENTS' | 'CONDITIONS' | 'MENTAL_HEALTH_AND_RECOVERY'>;

/** What the health-and-work subgraph holds of one person. */
export interface HealthAndWorkStory {
  readonly cases: readonly HealthWorkCaseStory[];
  readonly triages: readonly MskTriageStory[];
  readonly appointments: readonly HealthAppointmentStory[];
  readonly conditions: readonly ConditionStory[];
  readonly ipsEpisodes: readonly IpsEpisodeStory[];
  readonly recoverySupport: readonly RecoverySupportStory[];
  readonly timeline: readonly HealthEventStory[];
}
