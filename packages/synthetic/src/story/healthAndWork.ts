import type { Held, Labelled } from './held.ts';

/** A change at work that helps: what helps, never why. */
export interface AdjustmentStory extends Labelled {
  readonly what: string;
  readonly until: string | null;
}

/** Work with somebody on how their health affects work. */
export interface HealthWorkCaseStory extends Held {
  readonly level: 'LIGHT_TOUCH' | 'CASE_MANAGEMENT';
  readonly inWork: boolean | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly adjustments: readonly AdjustmentStory[];
}

/** An appointment for health at work; `at` is a moment in UTC as ISO 8601. */
export interface HealthAppointmentStory extends Held, Labelled {
  readonly service: string;
  readonly at: string;
  readonly mode: 'PHONE' | 'VIDEO' | 'IN_PERSON' | 'GROUP';
}

/** A health condition. */
export interface ConditionStory extends Held, Labelled {
  readonly name: string;
  readonly since: string | null;
  readonly treatment: string | null;
}

/** Support with mental health, alcohol or drugs. */
export interface RecoverySupportStory extends Held, Labelled {
  readonly kind: 'MENTAL_HEALTH' | 'ALCOHOL' | 'DRUGS' | 'PLACEMENT_AND_SUPPORT';
  readonly service: string | null;
  readonly startedOn: string;
}

/** What the health-and-work subgraph holds of one person. */
export interface HealthAndWorkStory {
  readonly cases: readonly HealthWorkCaseStory[];
  readonly appointments: readonly HealthAppointmentStory[];
  readonly conditions: readonly ConditionStory[];
  readonly recoverySupport: readonly RecoverySupportStory[];
}
