import { daysBetween, earlier } from './days.ts';
import type { Judgement } from './finding.ts';

/** What counts as an outcome by a rule. */
export interface OutcomeMeasure {
  /** The hours a week that a job must have; null where any job counts. */
  readonly minHoursAWeek: number | null;
  readonly countsEducation: boolean;
  /** Do volunteering, placements and qualifications count? */
  readonly countsSteps: boolean;
  /** How many weeks it must last; null where its beginning counts. */
  readonly sustainedWeeks: number | null;
}

/** As much of an outcome as rules look at. */
export interface JudgedOutcome {
  readonly kind: 'JOB' | 'FURTHER_EDUCATION' | 'HIGHER_EDUCATION' | 'TRAINING' | 'VOLUNTEERING' | 'PLACEMENT' | 'QUALIFICATION';
  readonly startedOn: Date;
  readonly endedOn: Date | null;
  readonly hoursAWeek: number | null;
}

const EDUCATION: readonly JudgedOutcome['kind'][] = ['FURTHER_EDUCATION', 'HIGHER_EDUCATION', 'TRAINING'];

/**
 * Does this step count as an outcome by this rule, on this day? Whoever is left out is told apart by reason: too few
 * hours, education, no job, not long enough. What was not told is not held against anybody: it cannot be said.
 */
export function judgeOutcome(rule: OutcomeMeasure, outcome: JudgedOutcome, on: Date): Judgement {
  if (outcome.startedOn > on) return { verdict: 'NOT_YET', because: 'NOT_BEGUN' };
  return leftOut(rule, outcome) ?? lasted(rule, outcome, on);
}

function leftOut({ countsEducation, countsSteps, minHoursAWeek }: OutcomeMeasure, { kind, hoursAWeek }: JudgedOutcome): Judgement | undefined {
  if (EDUCATION.includes(kind)) return countsEducation ? undefined : { verdict: 'NOT_MET', because: 'EDUCATION_NOT_COUNTED' };
  if (kind !== 'JOB') return countsSteps ? undefined : { verdict: 'NOT_MET', because: 'NOT_A_JOB' };
  if (minHoursAWeek === null) return undefined;
  if (hoursAWeek === null) return { verdict: 'CANNOT_TELL', because: 'HOURS_NOT_SAID' };
  return hoursAWeek < minHoursAWeek ? { verdict: 'NOT_MET', because: 'TOO_FEW_HOURS' } : undefined;
}

function lasted({ sustainedWeeks }: OutcomeMeasure, { startedOn, endedOn }: JudgedOutcome, on: Date): Judgement {
  if (sustainedWeeks === null) return { verdict: 'MET', because: 'COUNTS' };
  if (daysBetween(startedOn, earlier(on, endedOn)) >= sustainedWeeks * 7) return { verdict: 'MET', because: 'SUSTAINED' };
  const isOver = endedOn !== null && endedOn <= on;
  return isOver ? { verdict: 'NOT_MET', because: 'NOT_SUSTAINED' } : { verdict: 'NOT_YET', because: 'NOT_SUSTAINED_YET' };
}
