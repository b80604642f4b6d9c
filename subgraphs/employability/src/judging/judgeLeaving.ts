import { monthsAfter } from './days.ts';
import type { Judgement } from './finding.ts';

/** Whom a rule calls an early leaver, and whether they may come back. */
export interface LeavingMeasure {
  readonly preEmploymentMonths: number;
  readonly mayReturn: boolean;
}

/** As much of a spell of support as the rule looks at. */
export interface JudgedSpell {
  readonly startedOn: Date;
  readonly endedOn: Date | null;
  readonly phases: readonly { readonly phase: 'PRE_EMPLOYMENT' | 'IN_WORK'; readonly startedOn: Date }[];
}

/**
 * Did the person leave before support ahead of work was over, without going into work? It looks at days alone: why
 * somebody left is theirs to tell, and is asked, never guessed from this.
 * @see Fair Start Scotland: evaluation report 4, footnote 4, for the words "early leaver"
 */
export function judgeLeaving({ preEmploymentMonths, mayReturn }: LeavingMeasure, { startedOn, endedOn, phases }: JudgedSpell, on: Date): Judgement {
  if (endedOn === null || endedOn > on) return { verdict: 'NOT_YET', because: 'STILL_SUPPORTED' };
  if (phases.some((one) => one.phase === 'IN_WORK' && one.startedOn <= endedOn)) return { verdict: 'MET', because: 'MOVED_INTO_WORK' };
  if (endedOn >= monthsAfter(startedOn, preEmploymentMonths)) return { verdict: 'MET', because: 'STAYED_TO_THE_END' };
  return { verdict: 'NOT_MET', because: mayReturn ? 'LEFT_EARLY' : 'LEFT_EARLY_FOR_GOOD' };
}
