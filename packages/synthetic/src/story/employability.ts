import type { Held, Labelled } from './held.ts';

/** One thing to do towards a goal. */
export interface StepStory extends Labelled {
  readonly title: string;
  readonly owner: 'PERSON' | 'WORKER';
  readonly status: 'NOT_STARTED' | 'IN_PROGRESS' | 'MET' | 'DECLINED';
  readonly targetOn: string | null;
}

/** Something that the person wants to reach, in their words. */
export interface GoalStory extends Labelled {
  readonly title: string;
  readonly targetOn: string | null;
  readonly steps: readonly StepStory[];
}

/** A plan that the person agreed to. */
export interface ActionPlanStory extends Held {
  readonly agreedOn: string | null;
  readonly reviewOn: string | null;
  readonly goals: readonly GoalStory[];
}

/** One spell of support. The labels belong to `endReason`, which is free text. */
export interface ParticipationStory extends Held, Labelled {
  readonly programme: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly stage: 1 | 2 | 3 | 4 | 5;
}

/** Something that makes finding work harder. The labels belong to its code and note. */
export interface BarrierStory extends Held, Labelled {
  readonly code: string;
  readonly saidBy: 'PERSON' | 'WORKER';
  readonly note: string | null;
}

/** A step into work, learning or something else that counts. */
export interface OutcomeStory extends Held, Labelled {
  readonly kind: 'JOB' | 'FURTHER_EDUCATION' | 'HIGHER_EDUCATION' | 'TRAINING' | 'VOLUNTEERING' | 'PLACEMENT' | 'QUALIFICATION';
  readonly title: string;
  readonly startedOn: string;
  readonly hoursAWeek: number | null;
}

/** What the employability subgraph holds of one person. */
export interface EmployabilityStory {
  readonly actionPlan: ActionPlanStory | null;
  readonly participations: readonly ParticipationStory[];
  readonly barriers: readonly BarrierStory[];
  readonly outcomes: readonly OutcomeStory[];
}
