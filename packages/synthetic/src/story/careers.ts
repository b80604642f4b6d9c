import type { EventStory } from './event.ts';
import type { Held, Labelled } from './held.ts';

/** What somebody says of themselves for work. */
export interface CareerProfileStory extends Held, Labelled {
  readonly about: string | null;
  readonly strengths: readonly string[];
  readonly updatedOn: string;
}

/** Something that the person can do. */
export interface SkillStory extends Held, Labelled {
  readonly name: string;
  /** Address in ESCO, or null. */
  readonly esco: string | null;
}

/** A qualification; SCQF level 1 to 12, `awardedOn` null while it is being worked on. */
export interface QualificationStory extends Held, Labelled {
  readonly title: string;
  readonly awardedBy: string | null;
  readonly scqfLevel: number | null;
  readonly awardedOn: string | null;
}

/** What somebody would like to do; `soc` is the SOC 2020 unit group it leads to, `pathwayCode` a row of careers' sector pathways. */
export interface CareerPlanStory extends Held, Labelled {
  readonly title: string;
  readonly sector: string | null;
  readonly interests: readonly string[];
  readonly soc: string | null;
  readonly pathwayCode: string | null;
  readonly targetOn: string | null;
}

/** An application for a course. */
export interface CourseApplicationStory extends Held, Labelled {
  readonly course: string;
  readonly provider: string;
  readonly scqfLevel: number | null;
  readonly appliedOn: string;
  readonly startsOn: string | null;
  readonly state: 'APPLIED' | 'OFFERED' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN' | 'STARTED';
  readonly note: string | null;
}

/** A job somebody has had; `soc` is a SOC 2020 unit group of four digits. */
export interface WorkHistoryStory extends Held, Labelled {
  readonly title: string;
  readonly employer: string | null;
  readonly soc: string | null;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

/** A time of learning; `completed` null while it goes on, or when nobody said. */
export interface LearningHistoryStory extends Held, Labelled {
  readonly kind: 'SCHOOL' | 'COLLEGE' | 'UNIVERSITY' | 'APPRENTICESHIP' | 'COMMUNITY' | 'OTHER';
  readonly title: string;
  readonly provider: string | null;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly completed: boolean | null;
}

/** One entry of a CV, as the person wrote it. */
export interface CvEntryStory extends Labelled {
  readonly kind: 'WORK' | 'LEARNING' | 'VOLUNTEERING' | 'SKILL' | 'INTEREST';
  readonly title: string;
  readonly detail: string | null;
  readonly soc: string | null;
}

/** A CV; `soc` is the unit group of the job it is written for. */
export interface CvStory extends Held, Labelled {
  readonly title: string;
  readonly soc: string | null;
  readonly updatedOn: string;
  readonly entries: readonly CvEntryStory[];
}

/** A Scottish Candidate Number. Of an unreal person it is one that nobody can have: see unrealCandidateNumber. */
export interface CandidateNumberStory extends Held {
  readonly candidateNumber: string;
}

/** What the careers subgraph holds of one person. */
export interface CareersStory {
  readonly profiles: readonly CareerProfileStory[];
  readonly skills: readonly SkillStory[];
  readonly qualifications: readonly QualificationStory[];
  readonly careerPlans: readonly CareerPlanStory[];
  readonly courseApplications: readonly CourseApplicationStory[];
  readonly workHistory: readonly WorkHistoryStory[];
  readonly learningHistory: readonly LearningHistoryStory[];
  readonly cvs: readonly CvStory[];
  readonly candidateNumbers: readonly CandidateNumberStory[];
  readonly timeline: readonly EventStory<'SKILLS' | 'CAREER_PLANS' | 'WORK_HISTORY'>[];
}
