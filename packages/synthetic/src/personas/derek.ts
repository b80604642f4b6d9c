import { DAY_MS, dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { alsoSupportedBy, keepsOut, shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  const people = called('Derek', 'he', 'Derek Alan Moir', [{ kind: 'TEXT', value: '07700 900104', note: 'Text first, then ring.' }],
    { accessNeeds: [{ code: 'QUIET_ROOM', label: 'A quiet room' }] });
  return wholeStory(people, {
    employability: {
      actionPlan: {
        controller: 'fife-pathways', agreedOn: on(-45), reviewOn: on(15),
        goals: [{
          title: 'A steady routine first, then a few hours of work', targetOn: on(120), labels: [],
          steps: [
            { title: 'Help at the community garden on Mondays', owner: 'PERSON', status: 'IN_PROGRESS', targetOn: on(30), labels: [] },
            { title: 'Keep Wednesdays free for the recovery group', owner: 'PERSON', status: 'IN_PROGRESS', targetOn: null, labels: ['MENTAL_HEALTH_AND_RECOVERY'] },
          ],
        }],
      },
    },
    healthAndWork: {
      recoverySupport: [{ controller: 'nhs-fife', kind: 'ALCOHOL', service: 'Recovery group, Kirkcaldy', startedOn: on(-200), labels: [] }],
    },
    housing: {
      homelessApplications: [{
        controller: 'fife-housing', appliedOn: on(-35), stage: 'OUTCOME', decisionCode: '1', decisionLabel: 'Homeless', noFixedAddress: true,
        note: 'Staying with friends, a week at a time.', labels: [],
      }],
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
