import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { alsoSupportedBy, shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';

const provider = { controller: 'fife-pathways', labels: [] } as const;
const careers = { controller: 'my-world-careers', labels: [] } as const;

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  return wholeStory(called('Aisha', 'she', 'Aisha Noor Rahman', [{ kind: 'TEXT', value: '07700 900103', note: null }]), {
    employability: {
      actionPlan: {
        controller: 'fife-pathways', agreedOn: on(-120), reviewOn: on(10),
        goals: [{
          title: 'Finish college and keep the café job', targetOn: on(200), labels: [],
          steps: [
            { title: 'Ask college for a timetable that leaves weekends free', owner: 'WORKER', status: 'MET', targetOn: on(-80), labels: [] },
            { title: 'Open a savings account', owner: 'PERSON', status: 'IN_PROGRESS', targetOn: on(20), labels: [] },
          ],
        }],
      },
      participations: [{ ...provider, programme: 'NOLB', startedOn: on(-150), endedOn: null, endReason: null, stage: 5 }],
      barriers: [
        { ...provider, code: 'LOOKED_AFTER', saidBy: 'PERSON', note: null },
        { ...provider, code: 'NO_WORK_EXPERIENCE', saidBy: 'PERSON', note: 'Before the café, none.' },
      ],
      outcomes: [
        { ...provider, kind: 'JOB', title: 'Café assistant', startedOn: on(-70), hoursAWeek: 12 },
        { ...provider, kind: 'FURTHER_EDUCATION', title: 'NC Early Education and Childcare', startedOn: on(-85), hoursAWeek: 16 },
      ],
    },
    careers: {
      skills: [{ ...careers, name: 'Looking after young children', esco: null }, { ...careers, name: 'Serving customers', esco: null }],
      qualifications: [
        { ...careers, title: 'NC Early Education and Childcare', scqfLevel: 6, awardedOn: null },
        { ...careers, title: 'National 5 English', scqfLevel: 5, awardedOn: on(-1000) },
      ],
      careerPlans: [{ ...careers, title: 'Nursery worker', sector: 'Early learning and childcare', interests: ['drawing', 'languages'] }],
      workHistory: [{ ...careers, title: 'Café assistant', employer: 'A café in Dunfermline', soc: '9264', startedOn: on(-70), endedOn: null }],
    },
    referrals: {
      referrals: [{ controller: 'fife-pathways', service: 'fife-college-bridge', sentOn: on(-130), state: 'ENDED', declinedBecause: null, note: null, labels: ['CAREER_PLANS'] }],
    },
  });
}

/** Aisha, 19, care experienced: college and 12 hours' work, which the 16-hour rule leaves out. */
export const aisha: Persona = {
  key: 'aisha',
  name: 'Aisha',
  spine: unrealSpine('aisha'),
  sharing: (at) => ({
    assignments: [supportedBy('isla', at, 150), alsoSupportedBy('catriona', at, 90), alsoSupportedBy('gordon', at, 40)],
    grants: [shares('fife-works', at, 120, 'E1', 'E2', 'E3', 'E4', 'C1', 'C2', 'C3', 'S2')],
    exclusions: [],
    stoppedAll: null,
  }),
  story: storyOn,
};
