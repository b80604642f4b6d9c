import type { EventStory } from './event.ts';
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
  readonly endedOn: string | null;
}

/** A time at which unpaid work is done. For each there is a limit at the same times. */
export interface UnpaidWorkSlotStory extends Labelled {
  readonly day: Weekday;
  readonly from: number;
  readonly to: number;
  readonly startsOn: string;
  readonly until: string | null;
  readonly place: string | null;
}

/** What a community payback order can ask for, treatment apart. */
export type PaybackRequirement = 'OFFENDER_SUPERVISION' | 'COMPENSATION' | 'UNPAID_WORK' | 'PROGRAMME' | 'RESIDENCE' | 'CONDUCT' | 'RESTRICTED_MOVEMENT';

/** A community payback order; `treatment` is MENTAL_HEALTH_AND_RECOVERY as well as CONVICTIONS, and comes with supervision always. */
export interface PaybackOrderStory extends Held {
  readonly imposedOn: string;
  readonly endsOn: string;
  readonly requirements: readonly PaybackRequirement[];
  /** Hours of unpaid work or other activity, 20 to 300; null where the order asks for none. */
  readonly hours: number | null;
  /** Level 1 is up to 100 hours, level 2 more. */
  readonly level: 'LEVEL_1' | 'LEVEL_2' | null;
  readonly hoursLeft: number | null;
  readonly slots: readonly UnpaidWorkSlotStory[];
  readonly treatment: readonly ('MENTAL_HEALTH' | 'DRUG' | 'ALCOHOL')[];
}

/** What is planned for the day of leaving prison and after. Times of a curfew are minutes after midnight. */
export interface LiberationPlanStory extends Held {
  readonly leavesOn: string;
  readonly curfew: { readonly from: string; readonly until: string; readonly homeFrom: number; readonly homeTo: number } | null;
  readonly throughcare: 'VOLUNTARY' | 'STATUTORY' | null;
  readonly throughcareUntil: string | null;
}

/** Something that a licence asks of the person. One that is about treatment carries MENTAL_HEALTH_AND_RECOVERY as a label. */
export interface LicenceConditionStory extends Held, Labelled {
  readonly what: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** A conviction, and whether an employer must still be told of it, as the service says. */
export interface ConvictionStory extends Held, Labelled {
  readonly offence: string;
  readonly convictedOn: string;
  readonly sentence: string | null;
  /** Null where the service has not said. */
  readonly mustBeTold: boolean | null;
  readonly discloseUntil: string | null;
}

/** What a justice service noted of risk. Nobody in the demonstration has one. */
export interface RiskNoteStory extends Held, Labelled {
  readonly what: string;
  readonly writtenOn: string;
  readonly reviewOn: string | null;
  readonly personTold: boolean;
}

/** Something that happened with a justice service. An event of JUSTICE_LIMITS says nothing of the cause. */
export type JusticeEventStory = EventStory<'JUSTICE_SUPPORT' | 'JUSTICE_LIMITS' | 'CONVICTIONS'>;

/** What the justice subgraph holds of one person. */
export interface JusticeStory {
  readonly workLimits: readonly WorkLimitStory[];
  readonly support: readonly JusticeSupportStory[];
  readonly paybackOrders: readonly PaybackOrderStory[];
  readonly liberationPlans: readonly LiberationPlanStory[];
  readonly licenceConditions: readonly LicenceConditionStory[];
  readonly convictions: readonly ConvictionStory[];
  readonly riskNotes: readonly RiskNoteStory[];
  readonly timeline: readonly JusticeEventStory[];
}
