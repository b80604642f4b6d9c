import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  return wholeStory(called('Tam', 'he', 'Thomas Colquhoun', [{ kind: 'PHONE', value: '01632 960106', note: 'After five.' }],
    { meets: { ways: ['PHONE'] }, online: { device: 'PHONE', connection: 'MOBILE', confidence: 'LITTLE' } }), {
    employability: {
      actionPlan: {
        controller: 'fife-pathways', agreedOn: on(-25), reviewOn: on(65),
        goals: [{
          title: 'Drive a van again', targetOn: on(60), labels: [],
          steps: [{ title: 'Renew the licence', owner: 'PERSON', status: 'NOT_STARTED', targetOn: on(20), labels: [] }],
        }],
      },
    },
  });
}

/** Tam, in one household with Mairi. He shares nothing, and has not agreed to be linked. */
export const tam: Persona = {
  key: 'tam',
  name: 'Tam',
  spine: unrealSpine('tam'),
  sharing: (at) => ({ assignments: [supportedBy('isla', at, 39)], grants: [], exclusions: [], stoppedAll: null }),
  story: storyOn,
};
