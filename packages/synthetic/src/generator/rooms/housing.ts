import type { EventStory } from '../../story/event.ts';
import type { HomelessApplicationStory, HousingStory } from '../../story/housing.ts';
import { UNREAL_UPRN } from '../../uprn.ts';
import type { Random } from '../random.ts';
import { maybe, type Drawn } from './draw.ts';

const fife = { controller: 'fife-housing', labels: [] } as const;
const RENTED = { COUNCIL: 'SCOTTISH_SECURE', HOUSING_ASSOCIATION: 'SCOTTISH_SECURE', PRIVATE_RENT: 'PRIVATE_RESIDENTIAL', SUPPORTED: 'OCCUPANCY' } as const;
const REASONS = [
  ['RENT_ARREARS', 'HOUSING_MONEY'], ['ASKED_TO_LEAVE', 'HOMELESSNESS_HELP'], ['ASKED_TO_LEAVE', 'HOMELESSNESS_HELP'], ['DISPUTE', 'HOMELESSNESS_HELP'], ['LANDLORD_ENDS', 'HOMELESSNESS_HELP'],
  ['OVERCROWDED', 'HOMELESSNESS_HELP'], ['OTHER', 'HOMELESSNESS_HELP'],
] as const;

/** Where they live, for those whom the council knows: a home and its rent, or help to find one. */
export function housingStory({ life, random, on }: Drawn): Partial<HousingStory> {
  const known = life.home === 'NONE' || random.chance(life.home === 'COUNCIL' || life.home === 'SUPPORTED' ? 95 : 40);
  if (!known) return {};
  const since = random.between(60, 3000);
  const kind = life.home in RENTED ? RENTED[life.home as keyof typeof RENTED] : undefined;
  const help = life.home === 'NONE' || random.chance(6);
  return {
    situations: life.home === 'NONE' ? [] : [{ ...fife, tenure: life.home, area: life.area, since: on(-since), note: random.pick([null, null, null, 'First floor, no lift.', 'Shares with family.']) }],
    tenancies: [
      ...(kind ? [{ controller: 'fife-housing' as const, kind, startedOn: on(-since), endedOn: null, uprn: random.chance(75) ? UNREAL_UPRN : null }] : []),
      ...maybe(random, 14, () => ({ controller: 'fife-housing' as const, kind: random.pick(['SHORT_SCOTTISH_SECURE', 'PRIVATE_RESIDENTIAL']), startedOn: on(-since - 900), endedOn: on(-since - 20), uprn: null })),
    ],
    noFixedAddress: life.home === 'NONE' ? [{ ...fife, since: on(-random.between(5, 120)), until: null, staying: random.pick([null, 'With a friend', 'In a hotel that the council pays']) }] : [],
    approaches: help ? [approachOf(random, on)] : [],
    homelessApplications: help && random.chance(80) ? [applicationOf(random, on, life.home === 'NONE')] : [],
    askedAboutHousing: life.prison ? [{ ...fife, labels: ['JUSTICE_SUPPORT'], askedOn: on(-20), body: 'PRISON', by: 'Prison officer', done: 'Told the council.' }]
      : maybe(random, 4, () => ({ ...fife, askedOn: on(-random.between(5, 60)), body: 'SOCIAL_LANDLORD' as const, by: 'Housing officer', done: random.pick([null, 'Gave advice.']) })),
    rentAccounts: kind && kind !== 'OCCUPANCY' ? [{
      controller: 'fife-housing', standing: life.rentTrouble ? random.pick(['BEHIND', 'PLAN_AGREED']) : 'UP_TO_DATE', planAgreedOn: life.rentTrouble ? on(-random.between(3, 60)) : null,
      benefitCheckDone: random.chance(55), benefitCheckOn: random.chance(50) ? on(-random.between(3, 200)) : null,
    }] : [],
    timeline: [
      ...(kind ? maybe(random, 60, () => event('WHERE_I_LIVE', on(-since), 'TENANCY_BEGAN', 'The tenancy began')) : []),
      ...(help ? [event('HOMELESSNESS_HELP', on(-12), 'INTERVIEW', 'A talk about housing')] : []),
      ...(life.rentTrouble && kind ? maybe(random, 50, () => event('HOUSING_MONEY', on(-10), 'PLAN_AGREED', 'A plan for the rent was agreed')) : []),
    ],
  };
}

const event = (category: 'WHERE_I_LIVE' | 'HOMELESSNESS_HELP' | 'HOUSING_MONEY', on: string, kind: string, title: string): EventStory<typeof category> => ({ ...fife, category, on, kind, title, by: 'Housing officer' });

function approachOf(random: Random, on: (days: number) => string): HousingStory['approaches'][number] {
  const [reasonCode, tells] = random.pick(REASONS);
  const closed = random.chance(50);
  return {
    controller: 'fife-housing', approachedOn: on(-random.between(15, 90)), reasonCode, tells, activities: random.some(['INFORMATION', 'CASEWORK', 'ADVOCACY'] as const, random.between(1, 2)),
    outcomeCode: closed ? random.pick(['STAYED', 'HOMELESS_APPLICATION', 'HOMELESS_APPLICATION', 'PRIVATE_TENANCY', 'LOST_CONTACT']) : null, closedOn: closed ? on(-random.below(14)) : null, note: null, labels: [tells],
  };
}

function applicationOf(random: Random, on: (days: number) => string, noFixedAddress: boolean): HomelessApplicationStory {
  const applied = random.between(10, 120);
  const stage = random.pick(['APPLICATION', 'ASSESSMENT', 'ASSESSMENT', 'OUTCOME']);
  const decided = stage === 'OUTCOME';
  return {
    ...fife, appliedOn: on(-applied), stage, assessedOn: stage === 'APPLICATION' ? null : on(-Math.floor(applied / 2)), decisionCode: decided ? random.pick(['1', '1', '1', '4', '7', '9']) : null,
    closedOn: decided && random.chance(40) ? on(-random.below(5)) : null, contactKept: random.pick([true, true, null, false]), noFixedAddress, note: random.pick([null, null, 'Would like to stay near the school.']),
  };
}
