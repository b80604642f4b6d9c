import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';

const provider = { controller: 'fife-pathways', labels: [] } as const;
const careers = { controller: 'my-world-careers', labels: [] } as const;

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  return wholeStory(called('Hamish', 'he', 'Hamish Robert Baird', [{ kind: 'PHONE', value: '01632 960108', note: null }]), {
    employability: {
      actionPlan: {
        controller: 'fife-pathways', agreedOn: on(-100), reviewOn: on(-10),
        goals: [{
          title: 'A warehouse job with day shifts', targetOn: on(40), labels: [],
          steps: [{ title: 'Forklift certificate', owner: 'PERSON', status: 'MET', targetOn: on(-30), labels: [] }],
        }],
      },
      participations: [{ ...provider, programme: 'NOLB', startedOn: on(-110), endedOn: null, endReason: null, stage: 4 }],
      barriers: [{ ...provider, code: 'LONG_TERM_UNEMPLOYED', saidBy: 'PERSON', note: null }],
      outcomes: [{ ...provider, kind: 'QUALIFICATION', title: 'Forklift certificate', startedOn: on(-30), hoursAWeek: null }],
    },
    careers: {
      skills: [{ ...careers, name: 'Driving a forklift truck', esco: null }],
      qualifications: [{ ...careers, title: 'Forklift certificate', scqfLevel: null, awardedOn: on(-30) }],
      careerPlans: [{ ...careers, title: 'Warehouse operative', sector: 'Transport and storage', interests: ['shinty'] }],
      workHistory: [{ ...careers, title: 'Storekeeper', employer: 'A linoleum works', soc: '4133', startedOn: on(-5000), endedOn: on(-900) }],
    },
  });
}

/** Hamish: Isla's assignment ended yesterday, and nobody has taken over. */
export const hamish: Persona = {
  key: 'hamish',
  name: 'Hamish',
  spine: unrealSpine('hamish'),
  sharing: (at) => ({
    assignments: [supportedBy('isla', at, 110, -1)],
    grants: [shares('fife-works', at, 100, 'E1')],
    exclusions: [],
    stoppedAll: null,
  }),
  story: storyOn,
};
