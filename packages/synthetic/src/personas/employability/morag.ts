import { dayAfter } from '../../calendar.ts';
import type { EmployabilityStory } from '../../story/employability.ts';
import { controller, event, everyWeek, provider, readinessOn } from './records.ts';

/** Morag's way: she came back after two years, looks for office hours in school time, and her back has a say in it. */
export function moragsEmployability(today: string): Partial<EmployabilityStory> {
  const on = (days: number) => dayAfter(today, days);
  return {
    actionPlan: {
      controller, agreedOn: on(-60), reviewOn: on(30), reviewEveryMonths: 3, reviews: [{ on: on(-18), held: true }],
      goals: [
        {
          title: 'A part-time office job close to the school', soc: '4159', targetOn: on(90), agreedOn: on(-60), labels: [],
          steps: [
            { title: 'Write a CV', owner: 'PERSON', status: 'MET', targetOn: on(-20), agreedOn: on(-60), labels: [] },
            { title: 'Ask three offices about hours in school time', owner: 'WORKER', status: 'IN_PROGRESS', targetOn: on(14), labels: [] },
            { title: 'Fit the job search around treatment for the back', owner: 'PERSON', status: 'NOT_STARTED', targetOn: on(30), labels: ['CONDITIONS'] },
          ],
        },
        {
          title: 'Feel sure of myself with spreadsheets', targetOn: on(60), labels: [],
          steps: [{ title: 'Evening course at the library', owner: 'PERSON', status: 'IN_PROGRESS', targetOn: on(45), labels: [] }],
        },
      ],
    },
    skillRatings: [
      { ...provider, code: 'COMMUNICATION', confidence: 'QUITE_CONFIDENT', ratedOn: on(-18), agreed: true, evidence: 'Rang four offices herself.' },
      { ...provider, code: 'ORGANISATION', confidence: 'VERY_CONFIDENT', ratedOn: on(-18), agreed: true, evidence: 'Keeps the library rota.' },
      { ...provider, code: 'COMMUNICATION', confidence: 'LITTLE_CONFIDENT', ratedOn: on(-60), agreed: true, evidence: null },
    ],
    socialContact: [
      { ...provider, askedOn: on(-18), howOften: 'MOST_WEEKS', words: 'Thursdays at the library are good for me.' },
      { ...provider, askedOn: on(-60), howOften: 'NOW_AND_THEN', words: 'Mostly just me and the children.' },
    ],
    readiness: readinessOn(on(-18), { IDENTIFICATION: 'IN_PLACE', BANK_ACCOUNT: 'IN_PLACE', PHONE: 'IN_PLACE', EMAIL: 'IN_PLACE', CV: 'IN_PLACE' }),
    participations: [
      {
        ...provider, journey: 'one', programme: 'NOLB', startedOn: on(-75), endedOn: null, endReason: null, stage: 3,
        stages: [{ stage: 1, on: on(-75) }, { stage: 2, on: on(-60) }, { stage: 3, on: on(-38) }],
        phases: [{ phase: 'PRE_EMPLOYMENT', startedOn: on(-75), endedOn: null }],
      },
      {
        ...provider, journey: 'one', programme: 'FAIR_START_SCOTLAND', startedOn: on(-900), endedOn: on(-640), endReason: 'The children were small and the travel too far.', endToldBy: 'PERSON', stage: 2,
        stages: [{ stage: 1, on: on(-900) }, { stage: 2, on: on(-880) }],
        phases: [{ phase: 'PRE_EMPLOYMENT', startedOn: on(-900), endedOn: on(-640) }],
      },
    ],
    activities: [
      ...everyWeek(on, 4, 5, { code: 'COURSE', minutes: 120, mode: 'GROUP' }),
      ...everyWeek(on, 6, 3, { code: 'ONE_TO_ONE', minutes: 60, mode: 'IN_PERSON' }),
    ],
    pauses: [{ controller, startedOn: on(-31), endedOn: on(-25) }],
    contacts: [
      { ...provider, on: on(-6), mode: 'PHONE', agreed: 'Ask the school office about term-time posts.', nextStep: 'Ring the school office', nextOn: on(1) },
      { ...provider, on: on(-18), mode: 'IN_PERSON', agreed: 'The plan stands; the course goes on.', nextStep: null, nextOn: null },
      { ...provider, on: on(-31), mode: 'PHONE', agreed: 'No activity this week, after a bad night with the back.', nextStep: null, nextOn: null, labels: ['CONDITIONS'] },
    ],
    fundingAwards: [{ ...provider, code: 'NOLB', pays: 'TRAINING', startedOn: on(-38), endedOn: on(52), amountPence: 42_500 }],
    barriers: [
      { ...provider, code: 'CARER', saidBy: 'PERSON', saidOn: on(-75), note: 'Two children at primary school; work has to fit.' },
      { ...provider, code: 'POOR_ACCESS', saidBy: 'PERSON', saidOn: on(-75), note: 'No car, and one bus an hour.' },
      { ...provider, code: 'PHYSICAL_ILLNESS', saidBy: 'WORKER', saidOn: on(-60), evidenceSeen: true, note: 'A disc in the lower back; may need an injection in spring.', labels: ['CONDITIONS'] },
    ],
    assessments: [
      {
        controller, version: 2, assessedOn: on(-18), agreed: true,
        answers: [
          { code: 'CONFIDENCE', ownWords: 'I talk to people again without thinking about it first.', workersNote: null, labels: [] },
          { code: 'HEALTH', ownWords: 'Sitting is what hurts. Standing is fine.', workersNote: 'Has physiotherapy.', labels: ['CONDITIONS', 'HEALTH_APPOINTMENTS'] },
          { code: 'TRAVEL', ownWords: 'One bus an hour, and none after six.', workersNote: null, labels: [] },
        ],
      },
      {
        controller, version: 1, assessedOn: on(-60), agreed: true,
        answers: [{ code: 'CONFIDENCE', ownWords: 'I have been out of it too long.', workersNote: 'Underrates herself.', labels: [] }],
      },
    ],
    sensitiveReadiness: [{ ...provider, kind: 'HOME', state: 'IN_PLACE', checkedOn: on(-18), labels: ['WHERE_I_LIVE'] }],
    outcomes: [
      { ...provider, kind: 'VOLUNTEERING', title: 'School library, Thursdays', startedOn: on(-40), hoursAWeek: 3 },
      { ...provider, kind: 'TRAINING', title: 'Office skills', startedOn: on(-35), hoursAWeek: 6 },
    ],
    timeline: [
      event({ category: 'ACTION_PLAN', on: on(-60), kind: 'PLAN_AGREED', title: 'The plan was agreed.' }),
      event({ category: 'ACTION_PLAN', on: on(-18), kind: 'PLAN_REVIEWED', title: 'The plan was looked at together.' }),
      event({ category: 'SUPPORT_RECEIVED', on: on(-75), kind: 'SUPPORT_BEGAN', title: 'Support began again, after two years.' }),
      event({ category: 'SUPPORT_RECEIVED', on: on(-38), kind: 'STAGE_REACHED', title: 'The office skills course began.' }),
      event({ category: 'BARRIERS', on: on(-60), kind: 'ASSESSED', title: 'First assessment.' }),
      event({ category: 'BARRIERS', on: on(-59), kind: 'EVIDENCE_SEEN', title: 'A letter about the back was seen.', labels: ['CONDITIONS'] }),
      event({ category: 'WORK_SINCE', on: on(-40), kind: 'OUTCOME', title: 'Began to help at the school library.' }),
    ],
  };
}
