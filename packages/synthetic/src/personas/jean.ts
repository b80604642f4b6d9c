import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  return wholeStory(called('Jean', 'she', 'Jean Elizabeth Smart', [{ kind: 'PHONE', value: '01632 960107', note: null }]), {
    employability: {
      actionPlan: {
        controller: 'fife-pathways', agreedOn: on(-33), reviewOn: on(57),
        goals: [{
          title: 'Bookkeeping from home', targetOn: on(110), labels: [],
          steps: [{ title: 'Refresh what I know of payroll', owner: 'PERSON', status: 'IN_PROGRESS', targetOn: on(25), labels: [] }],
        }],
      },
    },
  });
}

/** Jean has no record in justice, health or housing: the twin against which "not shared" is compared. */
export const jean: Persona = {
  key: 'jean',
  name: 'Jean',
  spine: unrealSpine('jean'),
  sharing: (at) => ({
    assignments: [supportedBy('isla', at, 36)],
    grants: [shares('fife-works', at, 33, 'E1')],
    exclusions: [],
    stoppedAll: null,
  }),
  story: storyOn,
};
