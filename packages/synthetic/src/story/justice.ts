import type { Held, Labelled } from './held.ts';

/** Days of the week, as the justice subgraph writes them. */
export type Weekday = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';

/** A time or place when work is not possible, with no word of its cause. `from` and `to` are minutes after midnight. */
export interface WorkLimitStory extends Held, Labelled {
  readonly freeToWorkFrom: string | null;
  readonly day: Weekday | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly until: string | null;
  readonly place: string | null;
}

/** Support from a justice service. */
export interface JusticeSupportStory extends Held, Labelled {
  readonly kind: 'SUPERVISION' | 'VOLUNTARY_THROUGHCARE' | 'STATUTORY_THROUGHCARE';
  readonly team: string | null;
  readonly startedOn: string;
}

/** A community payback order; `treatment` is MENTAL_HEALTH_AND_RECOVERY as well as CONVICTIONS. */
export interface PaybackOrderStory extends Held {
  readonly imposedOn: string;
  readonly endsOn: string;
  readonly requirements: readonly ('OFFENDER_SUPERVISION' | 'COMPENSATION' | 'UNPAID_WORK' | 'PROGRAMME' | 'RESIDENCE' | 'CONDUCT' | 'RESTRICTED_MOVEMENT')[];
  readonly hoursLeft: number | null;
  readonly treatment: readonly ('MENTAL_HEALTH' | 'DRUG' | 'ALCOHOL')[];
}

/** A conviction that an employer must be told about. */
export interface ConvictionStory extends Held, Labelled {
  readonly offence: string;
  readonly convictedOn: string;
  readonly sentence: string | null;
  readonly discloseUntil: string | null;
}

/** What the justice subgraph holds of one person. */
export interface JusticeStory {
  readonly workLimits: readonly WorkLimitStory[];
  readonly support: readonly JusticeSupportStory[];
  readonly paybackOrders: readonly PaybackOrderStory[];
  readonly convictions: readonly ConvictionStory[];
}
