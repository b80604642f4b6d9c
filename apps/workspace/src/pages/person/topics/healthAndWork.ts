import { fill, workspaceWords } from '@thegither/words';
import type { HealthTopicsFragment } from '../../../generated/operations.ts';
import { day, itemOf, listOf, moment, yesNo, type Item, type ItemList } from './item.ts';
import type { Topic } from './topic.ts';

const { facts: say, codes } = workspaceWords.person;

type Case = NonNullable<HealthTopicsFragment['healthWorkCases']>[number];
type Adjustments = Case['adjustments'];

const adjustmentsOf = (adjustments: Adjustments): ItemList => listOf(say.lists.adjustments, adjustments, ({ what, until }) => itemOf(what, { [say.until]: day(until) }));

const notesOf = (heading: string, told: readonly { readonly what: string }[] | null): ItemList => listOf(heading, told, ({ what }) => itemOf(what));

const assessmentOf = ({ on, body, mind, lifeAndWork }: NonNullable<Case['assessments']>[number]): Item =>
  itemOf(day(on), {}, { inside: [notesOf(say.lists.body, body), notesOf(say.lists.mind, mind), notesOf(say.lists.life, lifeAndWork)] });

const caseOf = ({ level, inWork, openedOn, closedOn, week, weeks, adjustments, services, assessments, controller }: Case): Item => itemOf(codes.level[level], {
  [say.inWork]: yesNo(inWork), [say.openedOn]: day(openedOn), [say.closedOn]: day(closedOn),
  [say.week]: week === null || weeks === null ? week : fill(say.weekOf, { week: String(week), weeks: String(weeks) }),
}, {
  controller, updated: closedOn ?? assessments?.[0]?.on ?? openedOn,
  inside: [
    adjustmentsOf(adjustments),
    listOf(say.lists.services, services, ({ kind, startedOn, endedOn }) => itemOf(codes.service[kind], { [say.from]: day(startedOn), [say.until]: day(endedOn) })),
    listOf(say.lists.assessments, assessments, assessmentOf),
  ],
});

/** What health services tell. */
export const healthTopics: readonly Topic[] = [
  {
    category: 'HEALTH_AND_WORK', fields: ['healthWorkCases', 'mskTriages'],
    present: ({ healthWorkCases, mskTriages }) => [
      listOf(say.lists.cases, healthWorkCases, caseOf),
      listOf(say.lists.triages, mskTriages, ({ on, adjustments, controller }) => itemOf(day(on), {}, { controller, updated: on, inside: [adjustmentsOf(adjustments)] })),
    ],
  },
  {
    category: 'HEALTH_APPOINTMENTS', fields: ['healthAppointments'],
    present: ({ healthAppointments }) => [listOf(say.lists.appointments, healthAppointments, ({ service, at, mode, place, controller }) =>
      itemOf(service, { [say.at]: moment(at), [say.how]: codes.appointment[mode], [say.place]: place }, { controller }))],
  },
  {
    category: 'CONDITIONS', fields: ['conditions'],
    present: ({ conditions }) => [listOf(say.lists.conditions, conditions, ({ name, since, treatment, controller }) => itemOf(name, { [say.since]: day(since), [say.treatment]: treatment }, { controller }))],
  },
  {
    category: 'MENTAL_HEALTH_AND_RECOVERY', fields: ['recoverySupport', 'ipsEpisodes'],
    present: ({ recoverySupport, ipsEpisodes }) => [
      listOf(say.lists.recovery, recoverySupport, ({ current, appointments, controller }) => itemOf(undefined, { [say.current]: yesNo(current) }, {
        controller, inside: [listOf(say.lists.appointments, appointments, ({ at, mode }) => itemOf(moment(at), { [say.how]: codes.appointment[mode] }))],
      })),
      listOf(say.lists.ips, ipsEpisodes, ({ stage, service, startedOn, endedOn, controller }) =>
        itemOf(codes.ips[stage], { [say.organisation]: service, [say.from]: day(startedOn), [say.until]: day(endedOn) }, { controller, updated: endedOn ?? startedOn })),
    ],
  },
];
