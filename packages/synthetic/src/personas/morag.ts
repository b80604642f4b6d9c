import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { alsoSupportedBy, shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';

const provider = { controller: 'fife-pathways', labels: [] } as const;
const health = { controller: 'nhs-fife', labels: [] } as const;
const landlord = { controller: 'fife-housing', labels: [] } as const;
const careers = { controller: 'my-world-careers', labels: [] } as const;

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  const people = called('Morag', 'she', 'Morag Ann Petrie',
    [{ kind: 'PHONE', value: '01632 960101', note: 'Not at school pick-up, a quarter to three.' }],
    { earlier: ['Morag Ann Lennie'], accessNeeds: [{ code: 'LARGE_PRINT', label: 'Large print' }, { code: 'MOBILITY', label: 'A chair with arms', note: 'Sitting for long hurts.', labels: ['CONDITIONS'] }] });
  return wholeStory(people, {
    employability: {
      actionPlan: {
        controller: 'fife-pathways', agreedOn: on(-60), reviewOn: on(30),
        goals: [
          {
            title: 'A part-time office job close to the school', targetOn: on(90), labels: [],
            steps: [
              { title: 'Write a CV', owner: 'PERSON', status: 'MET', targetOn: on(-20), labels: [] },
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
      participations: [
        { ...provider, programme: 'NOLB', startedOn: on(-75), endedOn: null, endReason: null, stage: 3 },
        { ...provider, programme: 'FAIR_START_SCOTLAND', startedOn: on(-900), endedOn: on(-640), endReason: 'The children were small and the travel too far.', stage: 2 },
      ],
      barriers: [
        { ...provider, code: 'CARER', saidBy: 'PERSON', note: 'Two children at primary school; work has to fit.' },
        { ...provider, code: 'POOR_ACCESS', saidBy: 'PERSON', note: 'No car, and one bus an hour.' },
        { ...provider, code: 'PHYSICAL_ILLNESS', saidBy: 'WORKER', note: 'A disc in the lower back; may need an injection in spring.', labels: ['CONDITIONS'] },
      ],
      outcomes: [
        { ...provider, kind: 'VOLUNTEERING', title: 'School library, Thursdays', startedOn: on(-40), hoursAWeek: 3 },
        { ...provider, kind: 'TRAINING', title: 'Office skills', startedOn: on(-35), hoursAWeek: 6 },
      ],
    },
    healthAndWork: {
      cases: [{
        controller: 'nhs-fife', level: 'CASE_MANAGEMENT', inWork: false, openedOn: on(-50), closedOn: null,
        adjustments: [
          { what: 'No lifting over 5 kg', until: on(120), labels: [] },
          { what: 'A desk that can be raised, to change between sitting and standing', until: null, labels: [] },
          { what: 'Time off for spinal injections', until: on(60), labels: ['CONDITIONS'] },
        ],
      }],
      appointments: [
        { ...health, service: 'Physiotherapy', at: `${on(6)}T09:30:00.000Z`, mode: 'IN_PERSON' },
        { ...health, service: 'Occupational health advice', at: `${on(13)}T14:00:00.000Z`, mode: 'VIDEO' },
      ],
      conditions: [{ ...health, name: 'Lower back pain (disc)', since: on(-700), treatment: 'Physiotherapy; pain relief when needed' }],
    },
    housing: {
      situations: [{ ...landlord, tenure: 'COUNCIL', area: 'Kirkcaldy', since: on(-1500), note: 'Second floor, no lift.' }],
      rentAccounts: [{ controller: 'fife-housing', standing: 'PLAN_AGREED', benefitCheckDone: true }],
    },
    careers: {
      skills: [
        { ...careers, name: 'Handling calls', esco: null },
        { ...careers, name: 'Organising a busy week', esco: null },
      ],
      qualifications: [{ ...careers, title: 'Higher English', scqfLevel: 6, awardedOn: on(-6100) }],
      careerPlans: [{ ...careers, title: 'Office administrator, later a school secretary', sector: 'Administration', interests: ['books', 'walking'] }],
      workHistory: [
        { ...careers, title: 'Call handler', employer: 'An insurance office', soc: '7211', startedOn: on(-4400), endedOn: on(-3300) },
        { ...careers, title: 'Shop assistant', employer: 'A bakery', soc: '7111', startedOn: on(-5500), endedOn: on(-4450) },
      ],
    },
    referrals: {
      referrals: [
        { controller: 'fife-pathways', service: 'back-to-work-physiotherapy', sentOn: on(-52), state: 'STARTED', declinedBecause: null, note: 'Wants to sit and stand through a working day.', labels: ['HEALTH_AND_WORK'] },
        { controller: 'fife-pathways', service: 'kirkcaldy-rent-and-bills', sentOn: on(-20), state: 'ACCEPTED', declinedBecause: null, note: 'Behind with the rent since winter.', labels: ['HOUSING_MONEY'] },
        { controller: 'fife-pathways', service: 'levenmouth-evening-learning', sentOn: on(-38), state: 'STARTED', declinedBecause: null, note: null, labels: ['SUPPORT_RECEIVED'] },
      ],
    },
  });
}

/** Morag, 34, Kirkcaldy: back pain, two children. She shares most things; not her condition, nor where she lives. */
export const morag: Persona = {
  key: 'morag',
  name: 'Morag',
  spine: unrealSpine('morag'),
  sharing: (at) => ({
    assignments: [supportedBy('isla', at, 75), alsoSupportedBy('niamh', at, 50)],
    grants: [shares('fife-works', at, 60, 'E1', 'E2', 'E3', 'E4', 'H1', 'H2', 'C1', 'C2', 'C3', 'S2', 'S3')],
    exclusions: [],
    stoppedAll: null,
  }),
  story: storyOn,
};
