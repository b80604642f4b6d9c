/** What a rule says of a record: never a boolean, since "not yet" and "nobody said" are not "no". */
export type Verdict = 'MET' | 'NOT_MET' | 'NOT_YET' | 'EXEMPT' | 'CANNOT_TELL';

/** Every verdict with the reasons that it can have. */
export type Judgement =
  | { readonly verdict: 'MET'; readonly because: 'COUNTS' | 'SUSTAINED' | 'ENOUGH_ACTIVITY' | 'REVIEWED_IN_TIME' | 'MOVED_INTO_WORK' | 'STAYED_TO_THE_END' }
  | {
    readonly verdict: 'NOT_MET';
    readonly because:
      | 'NOT_SUSTAINED' | 'TOO_FEW_HOURS' | 'EDUCATION_NOT_COUNTED' | 'NOT_A_JOB' | 'TOO_LITTLE_ACTIVITY' | 'REVIEW_OVERDUE' | 'LEFT_EARLY' | 'LEFT_EARLY_FOR_GOOD';
  }
  | { readonly verdict: 'NOT_YET'; readonly because: 'NOT_SUSTAINED_YET' | 'NOT_BEGUN' | 'TOO_EARLY_TO_AVERAGE' | 'PLAN_NOT_AGREED' | 'STILL_SUPPORTED' }
  | { readonly verdict: 'EXEMPT'; readonly because: 'PAUSED' | 'REVIEW_LEFT_OUT' }
  | { readonly verdict: 'CANNOT_TELL'; readonly because: 'HOURS_NOT_SAID' };

/** What every rule says of itself: a dated row with its programme, its source and whom it leaves out. */
export interface DatedRule {
  readonly code: string;
  readonly programmeCode: string;
  readonly label: string;
  readonly startedOn: Date | null;
  readonly endedOn: Date | null;
  readonly leavesOut: string;
}

/** A judgement together with the rule that it was made by. */
export interface RuleFinding {
  readonly rule: string;
  readonly label: string;
  readonly programme: string;
  readonly inForce: boolean;
  readonly verdict: Verdict;
  readonly because: Judgement['because'];
  readonly leavesOut: string;
}

/** Does a dated row hold on that day? Both its days are days on which it does; a day that is not said is no limit. */
export const inForce = ({ startedOn, endedOn }: Pick<DatedRule, 'startedOn' | 'endedOn'>, on: Date): boolean =>
  (startedOn === null || startedOn <= on) && (endedOn === null || on <= endedOn);

/** What each rule says, by a judge, as it is told to a reader: a rule that does not hold on that day is told too, and called so. */
export const findingsBy = <Rule extends DatedRule>(rules: readonly Rule[], on: Date, judge: (rule: Rule) => Judgement): RuleFinding[] =>
  rules.map((rule) => {
    const { code, label, programmeCode, leavesOut } = rule;
    return { rule: code, label, programme: programmeCode, inForce: inForce(rule, on), leavesOut, ...judge(rule) };
  });
