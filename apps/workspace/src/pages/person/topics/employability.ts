import { fill, workspaceWords } from '@thegither/words';
import type { EmployabilityTopicsFragment } from '../../../generated/operations.ts';
import { day, itemOf, joined, listOf, type Item } from './item.ts';
import type { Topic } from './topic.ts';

const { facts: say, codes } = workspaceWords.person;

type Shared = { readonly [Key in keyof EmployabilityTopicsFragment]: NonNullable<EmployabilityTopicsFragment[Key]> };

const planOf = ({ agreedOn, reviewOn, goals, controller }: Shared['actionPlan']): Item => itemOf(undefined, { [say.agreedOn]: day(agreedOn) }, {
  controller, updated: agreedOn, review: reviewOn,
  inside: [listOf(say.lists.goals, goals, ({ title, targetOn, archivedOn, archiveReason, steps }) => itemOf(title, {
    [say.targetOn]: day(targetOn), [say.putAside]: day(archivedOn), [say.because]: archiveReason,
  }, {
    inside: [listOf(say.lists.steps, steps, (step) => itemOf(step.title, {
      [say.who]: codes.owner[step.owner], [say.status]: codes.step[step.status], [say.targetOn]: day(step.targetOn), [say.putAside]: day(step.archivedOn),
    }))],
  }))],
});

const readyOf = ({ kind, state, checkedOn, controller }: Shared['readiness'][number] | Shared['sensitiveReadiness'][number]): Item =>
  itemOf(codes.readiness[kind], { [say.status]: codes.readinessState[state], [say.checkedOn]: day(checkedOn) }, { controller, updated: checkedOn });

const referralOf = ({ service, direction, source, purpose, sentOn, state, declinedBecause, note, outcomes, controller }: Shared['referrals'][number]): Item => itemOf(service?.name, {
  [say.organisation]: service?.organisation.name, [say.direction]: codes.direction[direction], [say.door]: source?.label, [say.purpose]: purpose, [say.sentOn]: day(sentOn),
  [say.status]: codes.referral[state], [say.declined]: declinedBecause, [say.note]: note,
}, { controller, updated: sentOn, inside: [listOf(say.lists.hopes, outcomes, ({ goal, result }) => itemOf(goal, { [say.result]: codes.result[result] }))] });

const outcomeOf = ({ title, kind, startedOn, endedOn, hoursAWeek, contract, payBand, checks, controller }: Shared['outcomes'][number]): Item => itemOf(title, {
  [say.kind]: codes.outcome[kind], [say.from]: day(startedOn), [say.until]: day(endedOn), [say.hours]: hoursAWeek, [say.contract]: contract ? codes.contract[contract] : undefined,
  [say.pay]: payBand ? codes.pay[payBand] : undefined,
}, {
  controller, updated: endedOn ?? startedOn,
  inside: [listOf(say.lists.checks, checks, ({ weeks, dueOn, askedOn, answer, words }) => itemOf(fill(say.weeks, { weeks: String(weeks) }), {
    [say.due]: askedOn ? undefined : day(dueOn), [say.askedOn]: day(askedOn), [say.answer]: answer ? codes.check[answer] : undefined, [say.words]: words,
  }))],
});

/** What the services for employability tell, and the referrals, which the person shares as support they have had. */
export const employabilityTopics: readonly Topic[] = [
  {
    category: 'ACTION_PLAN', fields: ['actionPlan', 'skillRatings', 'socialContact', 'readiness'],
    present: ({ actionPlan, skillRatings, socialContact, readiness }) => [
      listOf(say.lists.plan, actionPlan, planOf),
      listOf(say.lists.ratings, skillRatings, ({ skillLabel, confidence, ratedOn, evidence, controller }) =>
        itemOf(skillLabel, { [say.sureOf]: codes.confidence[confidence], [say.on]: day(ratedOn), [say.seenBy]: evidence }, { controller, updated: ratedOn })),
      listOf(say.lists.social, socialContact, ({ howOften, words, askedOn, controller }) =>
        itemOf(codes.howOften[howOften], { [say.words]: words, [say.askedOn]: day(askedOn) }, { controller, updated: askedOn })),
      listOf(say.lists.ready, readiness, readyOf),
    ],
  },
  {
    category: 'SUPPORT_RECEIVED', fields: ['participations', 'supportActivities', 'activityPauses', 'supportContacts', 'fundingAwards', 'fundingConflicts', 'referrals'],
    present: ({ participations, supportActivities, activityPauses, supportContacts, fundingAwards, fundingConflicts, referrals }) => [
      listOf(say.lists.spells, participations, ({ programmeLabel, stageLabel, startedOn, endedOn, endReason, controller }) => itemOf(programmeLabel, {
        [say.stage]: stageLabel, [say.from]: day(startedOn), [say.until]: day(endedOn), [say.endReason]: endReason,
      }, { controller, updated: endedOn ?? startedOn })),
      listOf(say.lists.contacts, supportContacts, ({ mode, on, agreed, nextStep, nextOn, controller }) => itemOf(day(on), {
        [say.how]: codes.mode[mode], [say.agreed]: agreed, [say.nextStep]: nextStep, [say.nextOn]: day(nextOn),
      }, { controller, updated: on })),
      listOf(say.lists.activities, supportActivities, ({ kindLabel, mode, minutes, on, controller }) =>
        itemOf(kindLabel, { [say.on]: day(on), [say.how]: codes.mode[mode], [say.minutes]: minutes }, { controller, updated: on })),
      listOf(say.lists.pauses, activityPauses, ({ startedOn, endedOn, controller }) => itemOf(undefined, { [say.from]: day(startedOn), [say.until]: day(endedOn) }, { controller })),
      listOf(say.lists.funding, fundingAwards, ({ fundLabel, pays, startedOn, endedOn, controller }) =>
        itemOf(fundLabel, { [say.pays]: codes.pays[pays], [say.from]: day(startedOn), [say.until]: day(endedOn) }, { controller, updated: startedOn })),
      listOf(say.lists.conflicts, fundingConflicts, ({ fundLabel, kind, ruleLabel, stillAllowed, until }) =>
        itemOf(fundLabel, { [say.status]: codes.conflict[kind], [say.rule]: ruleLabel, [say.stillAllowed]: joined(stillAllowed), [say.until]: day(until) })),
      listOf(say.lists.referrals, referrals, referralOf),
    ],
  },
  {
    category: 'BARRIERS', fields: ['barriers', 'assessments', 'sensitiveReadiness'],
    present: ({ barriers, assessments, sensitiveReadiness }) => [
      listOf(say.lists.barriers, barriers, ({ label, saidBy, saidOn, note, controller }) =>
        itemOf(label, { [say.saidBy]: codes.saidBy[saidBy], [say.saidOn]: day(saidOn), [say.note]: note }, { controller, updated: saidOn })),
      listOf(say.lists.assessments, assessments, ({ version, assessedOn, answers, controller }) => itemOf(fill(say.version, { version: String(version) }), { [say.on]: day(assessedOn) }, {
        controller, updated: assessedOn,
        inside: [listOf(say.lists.answers, answers, ({ domainLabel, ownWords, workersNote }) => itemOf(domainLabel, { [say.words]: ownWords, [say.worker]: workersNote }))],
      })),
      listOf(say.lists.ready, sensitiveReadiness, readyOf),
    ],
  },
  { category: 'WORK_SINCE', fields: ['outcomes'], present: ({ outcomes }) => [listOf(say.lists.outcomes, outcomes, outcomeOf)] },
];
