import { dayAfter } from '../../calendar.ts';
import type { EmployabilityStory } from '../../story/employability.ts';
import { controller, event, everyWeek, provider, readinessOn } from './records.ts';

/** Aisha's way: college in the week and 12 hours in a café, back and forth between the stages, and no outcome by the 16-hour rule. */
export function aishasEmployability(today: string): Partial<EmployabilityStory> {
  const on = (days: number) => dayAfter(today, days);
  return {
    actionPlan: {
      controller, agreedOn: on(-120), reviewOn: on(10), reviewEveryMonths: 3, reviews: [{ on: on(-80), held: true }],
      goals: [
        {
          title: 'Finish college and keep the café job', soc: '6111', targetOn: on(200), agreedOn: on(-120), labels: [],
          steps: [
            { title: 'Ask college for a timetable that leaves weekends free', owner: 'WORKER', status: 'MET', targetOn: on(-80), labels: [] },
            { title: 'Open a savings account', owner: 'PERSON', status: 'IN_PROGRESS', targetOn: on(20), labels: [] },
          ],
        },
      ],
    },
    skillRatings: [
      { ...provider, code: 'RELIABILITY', confidence: 'VERY_CONFIDENT', ratedOn: on(-20), agreed: true, evidence: 'Has the keys of the café on Sundays.' },
      { ...provider, code: 'TEAMWORK', confidence: 'QUITE_CONFIDENT', ratedOn: on(-20), agreed: true, evidence: null },
      { ...provider, code: 'RELIABILITY', confidence: 'LITTLE_CONFIDENT', ratedOn: on(-120), agreed: true, evidence: null },
      { ...provider, code: 'TEAMWORK', confidence: 'NOT_CONFIDENT', ratedOn: on(-120), agreed: true, evidence: 'Her own word for it.' },
    ],
    socialContact: [
      { ...provider, askedOn: on(-20), howOften: 'MOST_DAYS', words: 'Class, café, and the flat is quiet when I want it to be.' },
      { ...provider, askedOn: on(-120), howOften: 'NOW_AND_THEN', words: null },
    ],
    readiness: readinessOn(on(-80), { IDENTIFICATION: 'IN_PLACE', BANK_ACCOUNT: 'IN_PLACE', PHONE: 'IN_PLACE', EMAIL: 'IN_PLACE', CV: 'IN_HAND' }),
    participations: [{
      ...provider, programme: 'NOLB', startedOn: on(-150), endedOn: null, endReason: null, stage: 5,
      stages: [
        { stage: 1, on: on(-150) }, { stage: 2, on: on(-140) }, { stage: 3, on: on(-120) }, { stage: 2, on: on(-105) }, { stage: 4, on: on(-85) }, { stage: 5, on: on(-70) },
      ],
      phases: [{ phase: 'PRE_EMPLOYMENT', startedOn: on(-150), endedOn: on(-71) }, { phase: 'IN_WORK', startedOn: on(-70), endedOn: null }],
    }],
    activities: everyWeek(on, 3, 13, { code: 'COURSE', minutes: 240, mode: 'GROUP' }),
    contacts: [
      { ...provider, on: on(-20), mode: 'VIDEO', agreed: 'Twelve hours are right beside college; more only in the holidays.', nextStep: 'Ask the café about the holidays', nextOn: on(15) },
      { ...provider, on: on(-80), mode: 'IN_PERSON', agreed: 'College first.', nextStep: null, nextOn: null },
    ],
    fundingAwards: [{ ...provider, code: 'NOLB', pays: 'TRAVEL', startedOn: on(-85), endedOn: null, amountPence: 18_000 }],
    barriers: [
      { ...provider, code: 'LOOKED_AFTER', saidBy: 'PERSON', saidOn: on(-150), evidenceSeen: false, note: null },
      { ...provider, code: 'NO_WORK_EXPERIENCE', saidBy: 'PERSON', saidOn: on(-150), note: 'Before the café, none.' },
    ],
    assessments: [{
      controller, version: 1, assessedOn: on(-140), agreed: true,
      answers: [
        { code: 'WORK', ownWords: 'Nobody asked me for a reference before. I had nobody to ask.', workersNote: null, labels: [] },
        { code: 'LEARNING', ownWords: 'I like the little ones. I want the certificate.', workersNote: 'College has a place from August.', labels: [] },
      ],
    }],
    outcomes: [
      {
        ...provider, kind: 'JOB', title: 'Café assistant', startedOn: on(-70), hoursAWeek: 12, contract: 'PERMANENT', pay: { pence: 1150, per: 'HOUR' }, payBand: 'MINIMUM_WAGE',
        checks: [
          { weeks: 4, dueOn: on(-42), askedOn: on(-41), answer: 'STILL_THERE', hoursAWeek: 12, words: 'They gave me the Sundays.', labels: [] },
          { weeks: 13, dueOn: on(21), askedOn: null, answer: null, hoursAWeek: null, words: null, labels: [] },
        ],
      },
      { ...provider, kind: 'FURTHER_EDUCATION', title: 'NC Early Education and Childcare', startedOn: on(-85), hoursAWeek: 16 },
    ],
    timeline: [
      event({ category: 'ACTION_PLAN', on: on(-120), kind: 'PLAN_AGREED', title: 'The plan was agreed.' }),
      event({ category: 'SUPPORT_RECEIVED', on: on(-150), kind: 'SUPPORT_BEGAN', title: 'Support began.' }),
      event({ category: 'SUPPORT_RECEIVED', on: on(-105), kind: 'STAGE_REACHED', title: 'Back to seeing to what was in the way.' }),
      event({ category: 'BARRIERS', on: on(-140), kind: 'ASSESSED', title: 'First assessment.' }),
      event({ category: 'WORK_SINCE', on: on(-85), kind: 'OUTCOME', title: 'College began.' }),
      event({ category: 'WORK_SINCE', on: on(-70), kind: 'OUTCOME', title: 'Began at the café.' }),
    ],
  };
}
