import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  return wholeStory(called('Mairi', 'she', 'Mairi Jane Colquhoun', [{ kind: 'EMAIL', value: 'mairi@example.org', note: null, messageIsSafe: true }],
    { meets: { ways: ['IN_PERSON', 'VIDEO'] }, online: { device: 'TABLET', connection: 'HOME', confidence: 'QUITE' } }), {
    employability: {
      actionPlan: {
        controller: 'fife-pathways', agreedOn: on(-30), reviewOn: on(60),
        goals: [{
          title: 'Go back to hairdressing two days a week', targetOn: on(90), labels: [],
          steps: [{ title: 'Find out about nursery hours', owner: 'WORKER', status: 'IN_PROGRESS', targetOn: on(12), labels: [] }],
        }],
      },
    },
  });
}

/** Mairi, in one household with Tam. She agreed to be linked; he has not. */
export const mairi: Persona = {
  key: 'mairi',
  name: 'Mairi',
  spine: unrealSpine('mairi'),
  sharing: (at) => ({
    assignments: [supportedBy('isla', at, 40)],
    grants: [shares('fife-works', at, 30, 'E1', 'S5')],
    exclusions: [],
    stoppedAll: null,
  }),
  story: storyOn,
};
