import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';
import { hamishsEmployability } from './employability/hamish.ts';

const careers = { controller: 'my-world-careers', labels: [] } as const;

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  return wholeStory(called('Hamish', 'he', 'Hamish Robert Baird', [{ kind: 'PHONE', value: '01632 960108', note: null }],
    { meets: { ways: ['IN_PERSON'] }, online: { device: 'PHONE', connection: 'HOME', confidence: 'LITTLE' } }), {
    employability: hamishsEmployability(today),
    careers: {
      skills: [{ ...careers, name: 'Driving a forklift truck', esco: null }],
      qualifications: [{ ...careers, title: 'Forklift certificate', awardedBy: null, scqfLevel: null, awardedOn: on(-30) }],
      careerPlans: [{ ...careers, title: 'Warehouse operative', sector: 'Transport and storage', interests: ['shinty'], soc: '9252', pathwayCode: 'WAREHOUSE_OPERATIVE', targetOn: on(40) }],
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
