import { workspaceWords } from '@thegither/words';
import { day, itemOf, joined, listOf, yesNo } from './item.ts';
import type { Topic } from './topic.ts';

const { facts: say, codes } = workspaceWords.person;

/** What councils and landlords tell. */
export const housingTopics: readonly Topic[] = [
  {
    category: 'WHERE_I_LIVE', fields: ['housingSituations', 'tenancies'],
    present: ({ housingSituations, tenancies }) => [
      listOf(say.lists.situations, housingSituations, ({ tenure, area, since, note, controller }) =>
        itemOf(codes.tenure[tenure], { [say.area]: area, [say.since]: day(since), [say.note]: note }, { controller, updated: since })),
      listOf(say.lists.tenancies, tenancies, ({ kind, startedOn, endedOn, controller }) => itemOf(codes.tenancy[kind], { [say.from]: day(startedOn), [say.until]: day(endedOn) }, { controller })),
    ],
  },
  {
    category: 'HOMELESSNESS_HELP', fields: ['noFixedAddress', 'housingApproaches', 'homelessApplications', 'askedAboutHousing'],
    present: ({ noFixedAddress, housingApproaches, homelessApplications, askedAboutHousing }) => [
      listOf(say.lists.noAddress, noFixedAddress, ({ since, until, staying, controller }) =>
        itemOf(undefined, { [say.since]: day(since), [say.until]: day(until), [say.staying]: staying }, { controller, updated: since })),
      listOf(say.lists.approaches, housingApproaches, ({ reasonLabel, activities, approachedOn, outcomeLabel, closedOn, note, controller }) => itemOf(reasonLabel, {
        [say.cameOn]: day(approachedOn), [say.activities]: joined(activities?.map((activity) => codes.activity[activity])), [say.outcome]: outcomeLabel, [say.closedOn]: day(closedOn), [say.note]: note,
      }, { controller, updated: closedOn ?? approachedOn })),
      listOf(say.lists.applications, homelessApplications, ({ stage, appliedOn, assessedOn, decisionLabel, closedOn, contactKept, noFixedAddress: without, note, controller }) => itemOf(codes.homeless[stage], {
        [say.appliedOn]: day(appliedOn), [say.decidedOn]: day(assessedOn), [say.decision]: decisionLabel, [say.closedOn]: day(closedOn), [say.keptContact]: yesNo(contactKept),
        [say.noAddress]: yesNo(without), [say.note]: note,
      }, { controller, updated: closedOn ?? assessedOn ?? appliedOn })),
      listOf(say.lists.bodies, askedAboutHousing, ({ body, askedOn, by, done, controller }) =>
        itemOf(codes.body[body], { [say.askedOn]: day(askedOn), [say.by]: by, [say.done]: done }, { controller, updated: askedOn })),
    ],
  },
  {
    category: 'HOUSING_MONEY', fields: ['rentAccounts'],
    present: ({ rentAccounts }) => [
      listOf(say.lists.rent, rentAccounts, ({ standing, planAgreedOn, benefitCheckDone, benefitCheckOn, controller }) => itemOf(codes.rent[standing], {
        [say.planAgreed]: day(planAgreedOn), [say.benefits]: yesNo(benefitCheckDone), [say.benefitsOn]: day(benefitCheckOn),
      }, { controller, updated: benefitCheckOn ?? planAgreedOn })),
    ],
  },
];
