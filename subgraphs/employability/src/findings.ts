import type { SubgraphContext } from '@thegither/subgraph';
import { dayAt, earlier } from './judging/days.ts';
import { findingsBy, type RuleFinding } from './judging/finding.ts';
import { fundingConflicts } from './judging/fundingConflicts.ts';
import { judgeActivity } from './judging/judgeActivity.ts';
import { judgeLeaving } from './judging/judgeLeaving.ts';
import { judgeOutcome } from './judging/judgeOutcome.ts';
import { judgeReview } from './judging/judgeReview.ts';
import type { ActionPlanRow, EmployabilityStore, OutcomeRow, ParticipationRow } from './store.ts';

/**
 * A person's records held against every programme's rules, today or, for what is over, on its last day. Each finding
 * rests on records of its own category alone, and on those that the reader may see.
 */
export const findings = (store: EmployabilityStore) => ({
  async ofOutcome(outcome: OutcomeRow, context: SubgraphContext): Promise<RuleFinding[]> {
    const on = dayAt(context.now);
    return findingsBy(await store.outcomeRules(context), on, (rule) => judgeOutcome(rule, outcome, on));
  },

  async ofReviews(plan: ActionPlanRow, context: SubgraphContext): Promise<RuleFinding[] | null> {
    const on = dayAt(context.now);
    const reviews = await store.reviewsOf(plan, context);
    return reviews && findingsBy(await store.reviewRules(context), on, (rule) => judgeReview(rule, plan, reviews, on));
  },

  async ofActivity(spell: ParticipationRow, context: SubgraphContext): Promise<RuleFinding[] | null> {
    const on = earlier(dayAt(context.now), spell.endedOn);
    const [activities, pauses] = await Promise.all([store.supportActivities(spell.person, context), store.activityPauses(spell.person, context)]);
    if (!activities || !pauses) return null;
    const [done, paused] = [ofController(activities, spell), ofController(pauses, spell)];
    return findingsBy(await store.activityRules(context), on, (rule) => judgeActivity(rule, spell, done, paused, on));
  },

  async ofLeaving(spell: ParticipationRow, context: SubgraphContext): Promise<RuleFinding[] | null> {
    const on = earlier(dayAt(context.now), spell.endedOn);
    const phases = await store.phasesOf(spell, context);
    return phases && findingsBy(await store.leavingRules(context), on, (rule) => judgeLeaving(rule, { ...spell, phases }, on));
  },

  async ofFunding(person: string, context: SubgraphContext) {
    const awards = await store.fundingAwards(person, context);
    return awards && fundingConflicts(awards, await store.fundingRules(context), dayAt(context.now)).map(({ rule, ...conflict }) => ({
      ...conflict,
      fund: rule.excludes.code, fundLabel: rule.excludes.label, rule: rule.code, ruleLabel: rule.label, source: rule.source, stillAllowed: rule.stillAllowed,
    }));
  },
});

const ofController = <Row extends { readonly controller: string }>(rows: readonly Row[], { controller }: ParticipationRow): Row[] =>
  rows.filter((row) => row.controller === controller);
