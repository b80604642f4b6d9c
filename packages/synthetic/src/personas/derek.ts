import { DAY_MS, dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { alsoSupportedBy, keepsOut, shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';
import { dereksEmployability } from './employability/derek.ts';

const recovery = { controller: 'nhs-fife', category: 'MENTAL_HEALTH_AND_RECOVERY', labels: [] } as const;

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  const people = called('Derek', 'he', 'Derek Alan Moir', [{ kind: 'TEXT', value: '07700 900104', note: 'Text first, then ring.', messageIsSafe: true, agencyMayBeNamed: false }],
    { accessNeeds: [{ code: 'QUIET_ROOM' }], meets: { ways: ['IN_PERSON', 'PHONE'], note: 'Not in a group.' }, online: { device: 'SHARED', connection: 'PUBLIC', confidence: 'NOT' } });
  return wholeStory(people, {
    employability: dereksEmployability(today),
    healthAndWork: {
      recoverySupport: [{
        controller: 'nhs-fife', startedOn: on(-200), endedOn: null,
        appointments: [{ at: `${on(3)}T13:00:00.000Z`, mode: 'GROUP' }, { at: `${on(10)}T13:00:00.000Z`, mode: 'GROUP' }],
      }],
      ipsEpisodes: [{ controller: 'nhs-fife', stage: 'GETTING_STARTED', service: 'The community team, Kirkcaldy', startedOn: on(-30), endedOn: null, labels: [] }],
      timeline: [
        { ...recovery, on: on(-200), kind: 'SUPPORT_BEGAN', title: 'Came to the recovery group for the first time', by: 'Group leader' },
        { ...recovery, on: on(-30), kind: 'PLACEMENT_SUPPORT_BEGAN', title: 'First talk about what work would suit', by: 'Employment specialist' },
      ],
    },
    housing: {
      homelessApplications: [{
        controller: 'fife-housing', appliedOn: on(-35), stage: 'OUTCOME', assessedOn: on(-21), decisionCode: '1', closedOn: null, contactKept: null, noFixedAddress: true,
        note: 'Staying with friends, a week at a time.', labels: [],
      }],
      noFixedAddress: [{ controller: 'fife-housing', since: on(-50), until: null, staying: 'With friends in Kirkcaldy, a week at a time', labels: [] }],
      approaches: [{
        controller: 'fife-housing', approachedOn: on(-40), reasonCode: 'ASKED_TO_LEAVE', tells: 'HOMELESSNESS_HELP', activities: ['INFORMATION'],
        outcomeCode: 'HOMELESS_APPLICATION', closedOn: on(-35), note: null, labels: ['HOMELESSNESS_HELP'],
      }],
      askedAboutHousing: [{ controller: 'fife-housing', askedOn: on(-55), body: 'SOCIAL_LANDLORD', by: 'Tenancy support worker', done: 'Gave the number of Housing Options.', labels: [] }],
      timeline: [
        { controller: 'fife-housing', category: 'HOMELESSNESS_HELP', on: on(-35), kind: 'APPLICATION_MADE', title: 'An application for help with homelessness was made', by: 'Housing officer', labels: [] },
        { controller: 'fife-housing', category: 'HOMELESSNESS_HELP', on: on(-21), kind: 'DECIDED', title: 'The application was decided', by: 'Housing officer', labels: [] },
      ],
    },
  });
}

/**
 * Derek, 56: a homeless application and recovery support. He shared three things and then stopped all sharing; he also
 * keeps Ewan out, who would otherwise support him.
 */
export const derek: Persona = {
  key: 'derek',
  name: 'Derek',
  spine: unrealSpine('derek'),
  sharing: (at) => ({
    assignments: [supportedBy('isla', at, 60), alsoSupportedBy('ewan', at, 34)],
    grants: [shares('fife-works', at, 45, 'E1', 'O2', 'H4')],
    exclusions: [keepsOut('ewan', at, 20)],
    stoppedAll: at - 2 * DAY_MS,
  }),
  story: storyOn,
};
