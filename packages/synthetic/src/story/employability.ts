import type { Held, Labelled } from './held.ts';

/** One thing to do towards a goal. */
export interface StepStory extends Labelled {
  readonly title: string;
  readonly owner: 'PERSON' | 'WORKER';
  readonly status: 'NOT_STARTED' | 'IN_PROGRESS' | 'MET' | 'DECLINED';
  readonly targetOn: string | null;
  readonly agreedOn?: string;
  readonly archivedOn?: string;
  readonly archiveReason?: string;
}

/** Something that the person wants to reach, in their words; `soc` is a SOC 2020 unit group of four digits. */
export interface GoalStory extends Labelled {
  readonly title: string;
  readonly soc?: string;
  readonly targetOn: string | null;
  readonly agreedOn?: string;
  readonly archivedOn?: string;
  readonly archiveReason?: string;
  readonly steps: readonly StepStory[];
}

/** A day on which a plan was looked at, or on which that was left out by agreement. */
export interface PlanReviewStory {
  readonly on: string;
  readonly held: boolean;
}

/** A plan that the person agreed to. */
export interface ActionPlanStory extends Held {
  readonly agreedOn: string | null;
  readonly reviewOn: string | null;
  readonly reviewEveryMonths?: number;
  readonly reviews?: readonly PlanReviewStory[];
  readonly goals: readonly GoalStory[];
}

/** How sure the person felt of a skill, by its code; the labels belong to the evidence. */
export interface SkillRatingStory extends Held, Labelled {
  readonly code: string;
  readonly confidence: 'NOT_CONFIDENT' | 'LITTLE_CONFIDENT' | 'QUITE_CONFIDENT' | 'VERY_CONFIDENT';
  readonly ratedOn: string;
  readonly agreed: boolean;
  readonly evidence: string | null;
}

/** How much the person was among others, as they told it. */
export interface SocialContactStory extends Held, Labelled {
  readonly askedOn: string;
  readonly howOften: 'NEVER' | 'NOW_AND_THEN' | 'MOST_WEEKS' | 'MOST_DAYS';
  readonly words: string | null;
}

/** Whether something that work needs is in place. */
export type ReadinessStoryState = 'IN_PLACE' | 'IN_HAND' | 'MISSING' | 'NOT_WANTED';

/** One thing that work needs and that tells nothing further. */
export interface ReadinessStory extends Held {
  readonly kind: 'IDENTIFICATION' | 'BANK_ACCOUNT' | 'PHONE' | 'EMAIL' | 'CV';
  readonly state: ReadinessStoryState;
  readonly checkedOn: string;
}

/** One thing that work needs and that tells more. */
export interface SensitiveReadinessStory extends Held, Labelled {
  readonly kind: 'DISCLOSURE_LETTER' | 'HOME';
  readonly state: ReadinessStoryState;
  readonly checkedOn: string;
}

/** One of the five stages of the pipeline. */
export type StageNumber = 1 | 2 | 3 | 4 | 5;

/**
 * One spell of support. The labels belong to `endReason`, which is free text. `stage` is the stage now; `stages` tells
 * how the person came there, in order, and may be left out where there is only the one. Spells of one person that name
 * the same `journey` are one history.
 */
export interface ParticipationStory extends Held, Labelled {
  readonly journey?: string;
  readonly programme: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly endToldBy?: 'PERSON' | 'WORKER';
  readonly stage: StageNumber;
  readonly stages?: readonly { readonly stage: StageNumber; readonly on: string }[];
  readonly phases?: readonly { readonly phase: 'PRE_EMPLOYMENT' | 'IN_WORK'; readonly startedOn: string; readonly endedOn: string | null }[];
}

/** How people meet or talk. */
export type SupportStoryMode = 'PHONE' | 'VIDEO' | 'IN_PERSON' | 'GROUP' | 'TEXT' | 'EMAIL' | 'LETTER';

/** Time spent on something, by the code of what it was. */
export interface SupportActivityStory extends Held {
  readonly code: string;
  readonly on: string;
  readonly minutes: number;
  readonly mode: SupportStoryMode;
}

/** Days that are agreed not to count. */
export interface ActivityPauseStory extends Held {
  readonly startedOn: string;
  readonly endedOn: string;
}

/** A talk: what was agreed, and what comes next. */
export interface SupportContactStory extends Held, Labelled {
  readonly on: string;
  readonly mode: SupportStoryMode;
  readonly agreed: string | null;
  readonly nextStep: string | null;
  readonly nextOn: string | null;
}

/** Money of a fund, by its code; the amount in whole pence. */
export interface FundingAwardStory extends Held, Labelled {
  readonly code: string;
  readonly pays: 'KEY_WORKER' | 'TRAINING' | 'WAGES' | 'TRAVEL' | 'EQUIPMENT';
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly amountPence: number | null;
}

/** Something that makes finding work harder. The labels belong to its code and note. */
export interface BarrierStory extends Held, Labelled {
  readonly code: string;
  readonly saidBy: 'PERSON' | 'WORKER';
  readonly saidOn?: string;
  readonly evidenceSeen?: boolean;
  readonly note: string | null;
}

/** What was said of one part of life, by its code. */
export interface AssessmentAnswerStory extends Labelled {
  readonly code: string;
  readonly ownWords: string | null;
  readonly workersNote: string | null;
}

/** One version of what helps and what is in the way. */
export interface AssessmentStory extends Held {
  readonly version: number;
  readonly assessedOn: string;
  readonly agreed: boolean;
  readonly answers: readonly AssessmentAnswerStory[];
}

/** What the person answered so many weeks later. */
export interface OutcomeCheckStory extends Labelled {
  readonly weeks: number;
  readonly dueOn: string;
  readonly askedOn: string | null;
  readonly answer: 'STILL_THERE' | 'SOMETHING_ELSE' | 'STOPPED' | 'NOT_REACHED' | null;
  readonly hoursAWeek: number | null;
  readonly words: string | null;
}

/** A step into work, learning or something else that counts; pay in whole pence for a time, or as a band. */
export interface OutcomeStory extends Held, Labelled {
  readonly kind: 'JOB' | 'FURTHER_EDUCATION' | 'HIGHER_EDUCATION' | 'TRAINING' | 'VOLUNTEERING' | 'PLACEMENT' | 'QUALIFICATION';
  readonly title: string;
  readonly startedOn: string;
  readonly endedOn?: string;
  readonly hoursAWeek: number | null;
  readonly contract?: 'PERMANENT' | 'FIXED_TERM' | 'TEMPORARY' | 'ZERO_HOURS' | 'APPRENTICESHIP' | 'SELF_EMPLOYED';
  readonly pay?: { readonly pence: number; readonly per: 'HOUR' | 'WEEK' | 'MONTH' | 'YEAR' };
  readonly payBand?: 'UNDER_MINIMUM_WAGE' | 'MINIMUM_WAGE' | 'REAL_LIVING_WAGE';
  readonly checks?: readonly OutcomeCheckStory[];
}

/** Something that happened, under the category by which it may be read; `by` is a role, never a name. */
export interface EmployabilityEventStory extends Held, Labelled {
  readonly category: 'ACTION_PLAN' | 'SUPPORT_RECEIVED' | 'BARRIERS' | 'WORK_SINCE';
  readonly on: string;
  readonly kind: string;
  readonly title: string;
  readonly by: string | null;
}

/** What the employability subgraph holds of one person. */
export interface EmployabilityStory {
  readonly actionPlan: ActionPlanStory | null;
  readonly skillRatings: readonly SkillRatingStory[];
  readonly socialContact: readonly SocialContactStory[];
  readonly readiness: readonly ReadinessStory[];
  readonly participations: readonly ParticipationStory[];
  readonly activities: readonly SupportActivityStory[];
  readonly pauses: readonly ActivityPauseStory[];
  readonly contacts: readonly SupportContactStory[];
  readonly fundingAwards: readonly FundingAwardStory[];
  readonly barriers: readonly BarrierStory[];
  readonly assessments: readonly AssessmentStory[];
  readonly sensitiveReadiness: readonly SensitiveReadinessStory[];
  readonly outcomes: readonly OutcomeStory[];
  readonly timeline: readonly EmployabilityEventStory[];
}

/** Nothing on record. */
export const NO_EMPLOYABILITY: EmployabilityStory = Object.freeze({
  actionPlan: null, skillRatings: [], socialContact: [], readiness: [],
  participations: [], activities: [], pauses: [], contacts: [], fundingAwards: [],
  barriers: [], assessments: [], sensitiveReadiness: [], outcomes: [], timeline: [],
});
