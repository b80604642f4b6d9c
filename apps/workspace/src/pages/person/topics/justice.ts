import { workspaceWords } from '@thegither/words';
import type { JusticeTopicsFragment } from '../../../generated/operations.ts';
import { day, hours, itemOf, joined, listOf, yesNo, type Item, type ItemList } from './item.ts';
import type { Topic } from './topic.ts';

const { facts: say, codes } = workspaceWords.person;

type Order = NonNullable<JusticeTopicsFragment['paybackOrders']>[number];
type Liberation = NonNullable<JusticeTopicsFragment['liberationPlans']>[number];
type Limit = NonNullable<JusticeTopicsFragment['workLimits']>[number];

/** When work is not possible: nothing of why. */
const limitOf = ({ freeToWorkFrom, day: weekday, from, to, until, place }: Limit): Item => itemOf(undefined, {
  [say.freeFrom]: day(freeToWorkFrom), [say.on]: weekday ? codes.day[weekday] : undefined, [say.time]: hours(from, to), [say.place]: place, [say.until]: day(until),
});

const orderOf = ({ imposedOn, endsOn, requirements, hours: all, hoursLeft, slots, treatment, controller }: Order): Item => itemOf(undefined, {
  [say.imposedOn]: day(imposedOn), [say.until]: day(endsOn), [say.asks]: joined(requirements?.map((one) => codes.requirement[one])), [say.hoursAll]: all, [say.hoursLeft]: hoursLeft,
  [say.treatment]: joined(treatment?.map((one) => codes.treatment[one])),
}, {
  controller, updated: imposedOn,
  inside: [listOf(say.lists.slots, slots, ({ day: weekday, from, to, startsOn, until, place }) => itemOf(codes.day[weekday], {
    [say.time]: hours(from, to), [say.place]: place, [say.from]: day(startsOn), [say.until]: day(until),
  }))],
});

const curfewOf = (curfew: Liberation['homeDetentionCurfew']): ItemList => listOf(say.lists.liberation, curfew, ({ from, until, homeFrom, homeTo }) =>
  itemOf(say.curfew, { [say.from]: day(from), [say.until]: day(until), [say.time]: hours(homeFrom, homeTo) }));

const liberationOf = ({ leavesOn, homeDetentionCurfew, throughcare, throughcareUntil, controller }: Liberation): Item => itemOf(undefined, {
  [say.leavesOn]: day(leavesOn), [say.throughcare]: throughcare ? codes.throughcare[throughcare] : undefined, [say.until]: day(throughcareUntil),
}, { controller, inside: [curfewOf(homeDetentionCurfew)] });

/** What justice services tell. */
export const justiceTopics: readonly Topic[] = [
  {
    category: 'JUSTICE_SUPPORT', fields: ['justiceSupport'],
    present: ({ justiceSupport }) => [listOf(say.lists.justice, justiceSupport, ({ kind, team, startedOn, endedOn, controller }) =>
      itemOf(codes.justice[kind], { [say.team]: team, [say.from]: day(startedOn), [say.until]: day(endedOn) }, { controller, updated: endedOn ?? startedOn }))],
  },
  { category: 'JUSTICE_LIMITS', fields: ['workLimits'], present: ({ workLimits }) => [listOf(say.lists.limits, workLimits, limitOf)] },
  {
    category: 'CONVICTIONS', fields: ['convictions', 'paybackOrders', 'liberationPlans', 'licenceConditions'],
    present: ({ convictions, paybackOrders, liberationPlans, licenceConditions }) => [
      listOf(say.lists.convictions, convictions, ({ offence, convictedOn, sentence, mustBeTold, discloseUntil, controller }) => itemOf(offence, {
        [say.convictedOn]: day(convictedOn), [say.sentence]: sentence, [say.mustBeTold]: yesNo(mustBeTold), [say.toldUntil]: day(discloseUntil),
      }, { controller, updated: convictedOn })),
      listOf(say.lists.orders, paybackOrders, orderOf),
      listOf(say.lists.liberation, liberationPlans, liberationOf),
      listOf(say.lists.licence, licenceConditions, ({ what, from, until, controller }) => itemOf(what, { [say.from]: day(from), [say.until]: day(until) }, { controller })),
    ],
  },
  {
    category: 'RISK_AND_SAFETY', fields: ['riskNotes'],
    present: ({ riskNotes }) => [listOf(say.lists.risk, riskNotes, ({ what, writtenOn, reviewOn, personTold, controller }) =>
      itemOf(what, { [say.writtenOn]: day(writtenOn), [say.reviewOn]: day(reviewOn), [say.personTold]: yesNo(personTold) }, { controller, updated: writtenOn, review: reviewOn }))],
  },
];
