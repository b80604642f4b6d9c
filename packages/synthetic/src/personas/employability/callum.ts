import { dayAfter } from '../../calendar.ts';
import type { EmployabilityStory } from '../../story/employability.ts';
import { controller, event, everyWeek, provider, readinessOn } from './records.ts';

const JUSTICE = ['JUSTICE_SUPPORT', 'CONVICTIONS'] as const;

/** Callum's way: a beginning before he is free to work. What tells why he is not carries its labels. */
export function callumsEmployability(today: string): Partial<EmployabilityStory> {
  const on = (days: number) => dayAfter(today, days);
  return {
    actionPlan: {
      controller, agreedOn: on(-21), reviewOn: on(49),
      goals: [{
        title: 'Work with my hands, outdoors if I can', targetOn: on(100), labels: [],
        steps: [
          { title: 'Get a copy of my birth certificate for a bank account', owner: 'WORKER', status: 'IN_PROGRESS', targetOn: on(20), labels: [] },
          { title: 'Practise what to say about the gap', owner: 'PERSON', status: 'NOT_STARTED', targetOn: on(35), labels: [] },
          { title: 'Write a disclosure letter with the social worker', owner: 'WORKER', status: 'NOT_STARTED', targetOn: on(35), labels: JUSTICE },
        ],
      }],
    },
    skillRatings: [
      { ...provider, code: 'TEAMWORK', confidence: 'QUITE_CONFIDENT', ratedOn: on(-21), agreed: true, evidence: null },
      { ...provider, code: 'TIMEKEEPING', confidence: 'VERY_CONFIDENT', ratedOn: on(-21), agreed: true, evidence: 'Never late for the work party inside.', labels: ['CONVICTIONS'] },
    ],
    readiness: readinessOn(on(-21), { IDENTIFICATION: 'MISSING', BANK_ACCOUNT: 'IN_HAND', PHONE: 'MISSING', CV: 'MISSING' }),
    participations: [
      { ...provider, programme: 'NOLB', startedOn: on(-28), endedOn: null, endReason: null, stage: 1, phases: [{ phase: 'PRE_EMPLOYMENT', startedOn: on(-28), endedOn: null }] },
      {
        ...provider, programme: 'EMPLOYABILITY_FUND', startedOn: on(-800), endedOn: on(-610), endReason: 'Sentenced; the place could not be kept.', endToldBy: 'WORKER', stage: 2,
        stages: [{ stage: 1, on: on(-800) }, { stage: 2, on: on(-760) }], labels: ['CONVICTIONS'],
      },
    ],
    activities: everyWeek(on, 2, 3, { code: 'ONE_TO_ONE', minutes: 45, mode: 'VIDEO' }),
    contacts: [
      { ...provider, on: on(-21), mode: 'IN_PERSON', agreed: 'Outdoor work first; the digger ticket counts.', nextStep: 'Send the form for the birth certificate', nextOn: on(7) },
      { ...provider, on: on(-9), mode: 'VIDEO', agreed: 'The social worker comes to the next talk.', nextStep: null, nextOn: null, labels: JUSTICE },
    ],
    timeline: [
      event({ category: 'ACTION_PLAN', on: on(-21), kind: 'PLAN_AGREED', title: 'The plan was agreed.' }),
      event({ category: 'SUPPORT_RECEIVED', on: on(-28), kind: 'SUPPORT_BEGAN', title: 'Support began.' }),
      event({ category: 'SUPPORT_RECEIVED', on: on(-29), kind: 'REFERRED', title: 'Referred from inside, before release.', labels: JUSTICE }),
    ],
  };
}
