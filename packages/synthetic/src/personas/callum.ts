import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import { unrealCandidateNumber } from '../identifiers/candidateNumber.ts';
import type { Persona } from '../persona.ts';
import { referralPath } from '../referralPath.ts';
import { alsoSupportedBy, shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';
import { callumsEmployability } from './employability/callum.ts';

const justice = { controller: 'fife-justice', labels: [] } as const;
const limit = { ...justice, freeToWorkFrom: null, day: null, from: null, to: null, until: null, place: null } as const;

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  const people = called('Callum', 'he', 'Callum James Ritchie', [{ kind: 'LETTER', value: null, note: 'Through Fife Works, until there is a number.', messageIsSafe: false }],
    { meets: { ways: ['IN_PERSON', 'PHONE'] }, online: { device: 'NONE', connection: 'NONE', confidence: 'LITTLE' } });
  return wholeStory(people, {
    employability: callumsEmployability(today),
    justice: {
      support: [{ ...justice, kind: 'VOLUNTARY_THROUGHCARE', team: 'Throughcare, Kirkcaldy', startedOn: on(-30), endedOn: null }],
      workLimits: [
        { ...limit, freeToWorkFrom: on(42) },
        { ...limit, from: 1140, to: 420, until: on(102) },
        { ...limit, day: 'TUESDAY', from: 540, to: 960, until: on(160) },
        { ...limit, day: 'SATURDAY', from: 540, to: 960, until: on(160) },
        { ...limit, until: on(160), place: 'A sheltered workshop in Leven, because of who else is there', labels: ['CONVICTIONS'] },
      ],
      paybackOrders: [{
        controller: 'fife-justice', imposedOn: on(-600), endsOn: on(160),
        requirements: ['OFFENDER_SUPERVISION', 'UNPAID_WORK'], hours: 150, level: 'LEVEL_2', hoursLeft: 96, treatment: ['ALCOHOL'],
        slots: [
          { day: 'TUESDAY', from: 540, to: 960, startsOn: on(44), until: on(160), place: 'The community garden, Kirkcaldy', labels: [] },
          { day: 'SATURDAY', from: 540, to: 960, startsOn: on(44), until: on(160), place: 'The community garden, Kirkcaldy', labels: [] },
        ],
      }],
      liberationPlans: [{
        controller: 'fife-justice', leavesOn: on(42), curfew: { from: on(42), until: on(102), homeFrom: 1140, homeTo: 420 },
        throughcare: 'VOLUNTARY', throughcareUntil: on(407),
      }],
      licenceConditions: [
        { ...justice, what: 'At home from seven in the evening to seven in the morning', from: on(42), until: on(102) },
        { ...justice, what: 'Tells the supervising officer before a job begins', from: on(42), until: on(102) },
        { ...justice, what: 'Goes on with the alcohol counselling', from: on(42), until: on(102), labels: ['MENTAL_HEALTH_AND_RECOVERY'] },
      ],
      convictions: [{ ...justice, offence: 'Assault', convictedOn: on(-600), sentence: 'Prison, then a community payback order', mustBeTold: true, discloseUntil: on(1200) }],
      timeline: [
        { ...justice, category: 'JUSTICE_SUPPORT', on: on(-30), kind: 'SUPPORT_BEGAN', title: 'Asked for support after prison', by: 'Social worker' },
        { ...justice, category: 'JUSTICE_LIMITS', on: on(-20), kind: 'LIMITS_SET', title: 'The first day and the times for work were agreed', by: 'Social worker' },
        { ...justice, category: 'CONVICTIONS', on: on(-600), kind: 'ORDER_MADE', title: 'A community payback order was made', by: 'Social worker' },
        { ...justice, category: 'CONVICTIONS', on: on(-300), kind: 'ORDER_CHANGED', title: 'Alcohol treatment was added to the order', by: 'Social worker', labels: ['MENTAL_HEALTH_AND_RECOVERY'] },
        { ...justice, category: 'CONVICTIONS', on: on(-25), kind: 'LIBERATION_PLANNED', title: 'A plan for leaving prison was made', by: 'Social worker' },
      ],
    },
    housing: {
      homelessApplications: [{
        controller: 'fife-housing', appliedOn: on(-14), stage: 'ASSESSMENT', assessedOn: null, decisionCode: null, closedOn: null, contactKept: null, noFixedAddress: true,
        note: 'No home to go to in six weeks.', labels: [],
      }],
      noFixedAddress: [{ controller: 'fife-housing', since: on(-14), until: null, staying: null, labels: [] }],
      approaches: [{
        controller: 'fife-housing', approachedOn: on(-16), reasonCode: 'LEAVING_PRISON', tells: 'JUSTICE_SUPPORT', activities: ['INFORMATION', 'CASEWORK'],
        outcomeCode: 'HOMELESS_APPLICATION', closedOn: on(-14), note: null, labels: ['JUSTICE_SUPPORT'],
      }],
      askedAboutHousing: [{
        controller: 'fife-housing', askedOn: on(-20), body: 'PRISON', by: 'Prison officer', done: 'Told the council, and arranged a call with Housing Options.', labels: ['JUSTICE_SUPPORT'],
      }],
      timeline: [
        { controller: 'fife-housing', category: 'HOMELESSNESS_HELP', on: on(-14), kind: 'APPLICATION_MADE', title: 'An application for help with homelessness was made', by: 'Housing officer', labels: [] },
        { controller: 'fife-housing', category: 'HOMELESSNESS_HELP', on: on(-9), kind: 'INTERVIEW', title: 'The interview was held by phone from prison', by: 'Housing officer', labels: ['JUSTICE_SUPPORT'] },
      ],
    },
    careers: {
      candidateNumbers: [{ controller: 'my-world-careers', candidateNumber: unrealCandidateNumber(17_000_000) }],
      skills: [
        { controller: 'my-world-careers', name: 'Laying slabs', esco: null, labels: [] },
        { controller: 'my-world-careers', name: 'Driving a digger', esco: null, labels: [] },
      ],
      qualifications: [{ controller: 'my-world-careers', title: 'Health and safety in construction', awardedBy: null, scqfLevel: 4, awardedOn: on(-90), labels: [] }],
      timeline: [{ controller: 'my-world-careers', category: 'SKILLS', on: on(-90), kind: 'QUALIFICATION_AWARDED', title: 'Health and safety in construction was passed', by: 'Careers adviser', labels: [] }],
    },
    referrals: {
      referrals: [
        {
          controller: 'fife-pathways', service: 'fife-housing-options', sentOn: on(-15), state: 'SEEN', declinedBecause: null, note: 'Needs somewhere to live in six weeks.', labels: ['HOMELESSNESS_HELP'],
          purpose: 'A place to live.', bundle: ['NAME_AND_CONTACT', 'HOMELESSNESS_HELP'], toldOn: on(-15),
          steps: referralPath(['SENT', on(-15)], ['SEEN', on(-13)]),
        },
        {
          controller: 'fife-pathways', source: 'PRISON', service: 'fresh-start-throughcare', sentOn: on(-29), state: 'STARTED', declinedBecause: null, note: null, labels: ['JUSTICE_SUPPORT'],
          purpose: 'Somebody at the gate.', bundle: ['NAME_AND_CONTACT', 'JUSTICE_SUPPORT'], toldOn: on(-29),
          steps: referralPath(['SENT', on(-29)], ['ACCEPTED', on(-28)], ['STARTED', on(-27)]),
        },
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
