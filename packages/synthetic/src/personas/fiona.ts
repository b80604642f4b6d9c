import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { alsoSupportedBy, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  return wholeStory(called('Fiona', 'she', 'Fiona Margaret Gow', [{ kind: 'EMAIL', value: 'fiona@example.org', note: 'No letters to the old address.' }]), {
    housing: {
      situations: [
        { controller: 'fife-housing', tenure: 'HOUSING_ASSOCIATION', area: 'Glenrothes', since: on(-80), note: null, labels: [] },
        { controller: 'glasgow-housing', tenure: 'COUNCIL', area: 'Govan', since: on(-2400), note: 'Left in a hurry; forward nothing.', labels: ['HOMELESSNESS_HELP'] },
        { controller: 'glasgow-housing', tenure: 'SUPPORTED', area: 'Glasgow', since: on(-200), note: null, labels: [] },
      ],
      homelessApplications: [{
        controller: 'glasgow-housing', appliedOn: on(-210), stage: 'OUTCOME', decisionCode: '1', decisionLabel: 'Homeless', noFixedAddress: false,
        note: 'Supported place until the move to Fife.', labels: [],
      }],
    },
  });
}

/** Fiona, who moved from Glasgow to Fife: two landlords in one subgraph, and neither may read the other's rows. */
export const fiona: Persona = {
  key: 'fiona',
  name: 'Fiona',
  spine: unrealSpine('fiona'),
  sharing: (at) => ({
    assignments: [supportedBy('isla', at, 45), alsoSupportedBy('ewan', at, 80)],
    grants: [],
    exclusions: [],
    stoppedAll: null,
  }),
  story: storyOn,
};
