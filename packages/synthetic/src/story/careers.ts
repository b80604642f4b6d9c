import type { Held, Labelled } from './held.ts';

/** Something that the person can do. */
export interface SkillStory extends Held, Labelled {
  readonly name: string;
  /** Address in ESCO, or null. */
  readonly esco: string | null;
}

/** A qualification; SCQF level 1 to 12, `awardedOn` null while it is being worked on. */
export interface QualificationStory extends Held, Labelled {
  readonly title: string;
  readonly scqfLevel: number | null;
  readonly awardedOn: string | null;
}

/** What somebody would like to do. */
export interface CareerPlanStory extends Held, Labelled {
  readonly title: string;
  readonly sector: string | null;
  readonly interests: readonly string[];
}

/** A job somebody has had; `soc` is a SOC 2020 unit group of four digits. */
export interface WorkHistoryStory extends Held, Labelled {
  readonly title: string;
  readonly employer: string | null;
  readonly soc: string | null;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

/** What the careers subgraph holds of one person. */
export interface CareersStory {
  readonly skills: readonly SkillStory[];
  readonly qualifications: readonly QualificationStory[];
  readonly careerPlans: readonly CareerPlanStory[];
  readonly workHistory: readonly WorkHistoryStory[];
}
