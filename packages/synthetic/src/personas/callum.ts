import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { alsoSupportedBy, shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';

const provider = { controller: 'fife-pathways', labels: [] } as const;
const justice = { controller: 'fife-justice', labels: [] } as const;
const limit = { ...justice, freeToWorkFrom: null, day: null, from: null, to: null, until: null, place: null } as const;

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  const people = called('Callum', 'he', 'Callum James Ritchie', [{ kind: 'LETTER', value: null, note: 'Through Fife Works, until there is a number.' }]);
  return wholeStory(people, {
    employability: {
      actionPlan: {
        controller: 'fife-pathways', agreedOn: on(-21), reviewOn: on(49),
        goals: [{
          title: 'Work with my hands, outdoors if I can', targetOn: on(100), labels: [],
          steps: [
            { title: 'Get a copy of my birth certificate for a bank account', owner: 'WORKER', status: 'IN_PROGRESS', targetOn: on(20), labels: [] },
            { title: 'Practise what to say about the gap', owner: 'PERSON', status: 'NOT_STARTED', targetOn: on(35), labels: [] },
            { title: 'Write a disclosure letter with the social worker', owner: 'WORKER', status: 'NOT_STARTED', targetOn: on(35), labels: ['JUSTICE_SUPPORT', 'CONVICTIONS'] },
          ],
        }],
      },
      participations: [
        { ...provider, programme: 'NOLB', startedOn: on(-28), endedOn: null, endReason: null, stage: 1 },
        { ...provider, programme: 'EMPLOYABILITY_FUND', startedOn: on(-800), endedOn: on(-610), endReason: 'Sentenced; the place could not be kept.', stage: 2, labels: ['CONVICTIONS'] },
      ],
    },
    justice: {
      support: [{ ...justice, kind: 'VOLUNTARY_THROUGHCARE', team: 'Throughcare, Kirkcaldy', startedOn: on(-30) }],
      workLimits: [
        { ...limit, freeToWorkFrom: on(42) },
        { ...limit, day: 'TUESDAY', from: 540, to: 960, until: on(160) },
        { ...limit, day: 'SATURDAY', from: 540, to: 960, until: on(160) },
        { ...limit, until: on(160), place: 'A sheltered workshop in Leven, because of who else is there', labels: ['CONVICTIONS'] },
      ],
      paybackOrders: [{
        controller: 'fife-justice', imposedOn: on(-600), endsOn: on(160),
        requirements: ['OFFENDER_SUPERVISION', 'UNPAID_WORK'], hoursLeft: 96, treatment: ['ALCOHOL'],
      }],
      convictions: [{ ...justice, offence: 'Assault', convictedOn: on(-600), sentence: 'Prison, then a community payback order', discloseUntil: on(1200) }],
    },
    housing: {
      homelessApplications: [{
        controller: 'fife-housing', appliedOn: on(-14), stage: 'ASSESSMENT', decisionCode: null, decisionLabel: null, noFixedAddress: true,
        note: 'No home to go to in six weeks.', labels: [],
      }],
    },
    careers: {
      skills: [
        { controller: 'my-world-careers', name: 'Laying slabs', esco: null, labels: [] },
        { controller: 'my-world-careers', name: 'Driving a digger', esco: null, labels: [] },
      ],
      qualifications: [{ controller: 'my-world-careers', title: 'Health and safety in construction', scqfLevel: 4, awardedOn: on(-90), labels: [] }],
    },
    referrals: {
      referrals: [
        { controller: 'fife-pathways', service: 'fife-housing-options', sentOn: on(-15), state: 'SEEN', declinedBecause: null, note: 'Needs somewhere to live in six weeks.', labels: ['HOMELESSNESS_HELP'] },
        { controller: 'fife-pathways', service: 'fresh-start-throughcare', sentOn: on(-29), state: 'STARTED', declinedBecause: null, note: null, labels: ['JUSTICE_SUPPORT'] },
      ],
    },
  });
}

/** Callum, 27: leaves prison in six weeks. He shares when he can work and that he has no home; not why. */
export const callum: Persona = {
  key: 'callum',
  name: 'Callum',
  spine: unrealSpine('callum'),
  sharing: (at) => ({
    assignments: [supportedBy('isla', at, 28), alsoSupportedBy('ruaridh', at, 30), alsoSupportedBy('gordon', at, 10)],
    grants: [shares('fife-works', at, 21, 'E1', 'E2', 'J2', 'O1', 'O2', 'C1')],
    exclusions: [],
    stoppedAll: null,
  }),
  story: storyOn,
};
