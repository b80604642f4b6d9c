import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { alsoSupportedBy, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';
import { UNREAL_UPRN } from '../uprn.ts';

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  return wholeStory(called('Fiona', 'she', 'Fiona Margaret Gow', [{ kind: 'EMAIL', value: 'fiona@example.org', note: 'No letters to the old address.', messageIsSafe: true, agencyMayBeNamed: false }], {
    meets: { ways: ['PHONE'] }, online: { device: 'COMPUTER', connection: 'HOME', confidence: 'VERY' },
    linked: [{ schemeCode: 'HOUSING_TENANT', tells: 'WHERE_I_LIVE', linkedOn: on(-79), reason: 'She said that both are hers, and showed both letters.' }],
  }), {
    housing: {
      situations: [
        { controller: 'fife-housing', tenure: 'HOUSING_ASSOCIATION', area: 'Glenrothes', since: on(-80), note: null, labels: [] },
        { controller: 'glasgow-housing', tenure: 'COUNCIL', area: 'Govan', since: on(-2400), note: 'Left in a hurry; forward nothing.', labels: ['HOMELESSNESS_HELP'] },
        { controller: 'glasgow-housing', tenure: 'SUPPORTED', area: 'Glasgow', since: on(-200), note: null, labels: [] },
      ],
      homelessApplications: [{
        controller: 'glasgow-housing', appliedOn: on(-210), stage: 'OUTCOME', assessedOn: on(-195), decisionCode: '1', closedOn: on(-80), contactKept: true, noFixedAddress: false,
        note: 'Supported place until the move to Fife.', labels: [],
      }],
      tenancies: [
        { controller: 'fife-housing', kind: 'SHORT_SCOTTISH_SECURE', startedOn: on(-80), endedOn: null, uprn: UNREAL_UPRN },
        { controller: 'glasgow-housing', kind: 'OCCUPANCY', startedOn: on(-200), endedOn: on(-81), uprn: null },
        { controller: 'glasgow-housing', kind: 'SCOTTISH_SECURE', startedOn: on(-2400), endedOn: on(-211), uprn: UNREAL_UPRN },
      ],
      approaches: [{
        controller: 'glasgow-housing', approachedOn: on(-212), reasonCode: 'VIOLENCE', tells: 'HOMELESSNESS_HELP', activities: ['CASEWORK', 'ADVOCACY'],
        outcomeCode: 'HOMELESS_APPLICATION', closedOn: on(-210), note: null, labels: ['HOMELESSNESS_HELP'],
      }],
      timeline: [
        { controller: 'fife-housing', category: 'WHERE_I_LIVE', on: on(-80), kind: 'TENANCY_BEGAN', title: 'The tenancy in Glenrothes began', by: 'Housing officer', labels: [] },
        { controller: 'glasgow-housing', category: 'WHERE_I_LIVE', on: on(-81), kind: 'MOVED_OUT', title: 'Left the supported place', by: 'Support worker', labels: [] },
        { controller: 'glasgow-housing', category: 'HOMELESSNESS_HELP', on: on(-195), kind: 'DECIDED', title: 'The application was decided', by: 'Housing officer', labels: [] },
      ],
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
