import { earlier } from './days.ts';
import { inForce } from './finding.ts';

/** Money of a fund for somebody's support, from its first day to its last. */
export interface JudgedAward {
  readonly id: string;
  readonly code: string;
  readonly startedOn: Date;
  readonly endedOn: Date | null;
}

/** While `fundCode` pays for somebody, `excludesCode` may not: a fund may exclude itself. */
export interface FundingRuleMeasure {
  readonly fundCode: string;
  readonly excludesCode: string;
  readonly startedOn: Date | null;
  readonly endedOn: Date | null;
}

/** A fund that may not pay beside an award, or that did. Both days are part of it; `until` null while that is open. */
export interface FundingConflict<Award, Rule> {
  readonly kind: 'CLOSED' | 'PAID_TWICE';
  readonly award: Award;
  /** The other award, where it was paid twice. */
  readonly other: Award | null;
  readonly rule: Rule;
  readonly from: Date;
  readonly until: Date | null;
}

interface Span {
  readonly from: Date;
  readonly until: Date | null;
}

/**
 * Which funds may not begin to pay for somebody on this day, because of an award that runs or will, and which awards
 * paid twice for the same days at any time. It knows the awards it is given and no others: a reader who may not see an
 * award is not told of a conflict with it.
 * @see Regulation (EU) No 1303/2013, Article 65(11), for the rule that gave the European Social Fund its "double funding"
 */
export const fundingConflicts = <Award extends JudgedAward, Rule extends FundingRuleMeasure>(
  awards: readonly Award[], rules: readonly Rule[], on: Date,
): FundingConflict<Award, Rule>[] =>
  awards.flatMap((award) => rules.filter(({ fundCode }) => fundCode === award.code).flatMap((rule) => [
    ...closedBy(award, rule, on),
    ...awards.filter((other) => other.code === rule.excludesCode && comesAfter(other, award, rule)).flatMap((other) => paidTwice(award, other, rule)),
  ]));

/** Two awards of one fund are one pair, whichever is looked at first. */
const comesAfter = (other: JudgedAward, award: JudgedAward, { fundCode, excludesCode }: FundingRuleMeasure): boolean =>
  other.id !== award.id && (fundCode !== excludesCode || other.id > award.id);

function closedBy<Award extends JudgedAward, Rule extends FundingRuleMeasure>(award: Award, rule: Rule, on: Date): FundingConflict<Award, Rule>[] {
  const from = award.startedOn > on ? award.startedOn : on;
  const isOver = award.endedOn !== null && award.endedOn < on;
  return isOver || !inForce(rule, from) ? [] : [{ kind: 'CLOSED', award, other: null, rule, from, until: sooner(award.endedOn, rule.endedOn) }];
}

function paidTwice<Award extends JudgedAward, Rule extends FundingRuleMeasure>(award: Award, other: Award, rule: Rule): FundingConflict<Award, Rule>[] {
  const both = overlap({ from: award.startedOn, until: award.endedOn }, { from: other.startedOn, until: other.endedOn });
  const barred = both && overlap(both, { from: rule.startedOn ?? both.from, until: rule.endedOn });
  return barred ? [{ kind: 'PAID_TWICE', award, other, rule, ...barred }] : [];
}

function overlap(a: Span, b: Span): Span | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const until = sooner(a.until, b.until);
  return until !== null && until < from ? undefined : { from, until };
}

const sooner = (a: Date | null, b: Date | null): Date | null => (a === null ? b : earlier(a, b));
