import { referralPath } from '../../referralPath.ts';
import { SERVICES } from '../../services.ts';
import type { ReferralGoalStory, ReferralStateStory, ReferralStory } from '../../story/referrals.ts';
import type { Life } from '../life.ts';
import { times, type Drawn } from './draw.ts';

const TELLS = new Map(SERVICES.map(({ id, tells }) => [id, tells]));

/** What the doors tell, where it is more than that there is support. */
const DOORS: Readonly<Record<string, readonly string[]>> = { HEALTH: ['HEALTH_AND_WORK'], HOUSING: ['HOMELESSNESS_HELP'], JUSTICE: ['JUSTICE_SUPPORT'], PRISON: ['JUSTICE_SUPPORT'], COLLEGE: ['CAREER_PLANS'] };

const PATHS = [['SENT'], ['SENT', 'SEEN'], ['SENT', 'SEEN', 'ACCEPTED'], ['SENT', 'ACCEPTED', 'STARTED'], ['SENT', 'SEEN', 'ACCEPTED', 'STARTED', 'ENDED'], ['SENT', 'SEEN', 'DECLINED']] as const satisfies readonly (readonly ReferralStateStory[])[];
const GOALS = ['Feel sure with computers', 'A job coach at my side', 'Sort out the letters', 'Get out of the house twice a week', 'A place on the course'] as const;

/** The services that would be thought of for this person. */
function servicesFor(life: Life): [string, ...string[]] {
  return [
    'levenmouth-evening-learning', 'wheels-to-work-fife', 'scotland-careers-line',
    ...(life.health ? ['back-to-work-physiotherapy'] : []), ...(life.mind ? ['steady-recovery-and-work'] : []), ...(life.home === 'NONE' ? ['fife-housing-options'] : []),
    ...(life.prison ? ['fresh-start-throughcare'] : []), ...(life.rentTrouble ? ['kirkcaldy-rent-and-bills'] : []), ...(life.age < 25 ? ['fife-college-bridge'] : []),
  ];
}

const doorsOf = (life: Life): [string, ...string[]] => [
  'PROVIDER', 'PROVIDER', 'JOBCENTRE', 'SELF', 'COUNCIL', 'NOLB_GATEWAY', 'THIRD_SECTOR', 'NEXT_STEPS', 'SOCIAL_MEDIA',
  ...(life.age < 20 ? ['SCHOOL'] : []), ...(life.health ? ['HEALTH'] : []), ...(life.home === 'NONE' ? ['HOUSING'] : []), ...(life.prison ? ['PRISON'] : life.justice ? ['JUSTICE'] : []),
];

/** With which services they were put in touch, and how far that has come. */
export function referralsStory({ life, random, on }: Drawn): { readonly referrals: readonly ReferralStory[] } {
  const services = random.some(servicesFor(life), random.weighed([40, 0], [35, 1], [18, 2], [7, 3]));
  return {
    referrals: services.map((service) => {
      const source = random.pick(doorsOf(life));
      const path = random.pick(PATHS);
      const sent = Math.min(life.since, random.between(10, 120));
      const state = path[path.length - 1]!;
      const declined = state === 'DECLINED' ? random.pick(['No places until spring.', 'Outside the area.', 'Another service fits better.']) : null;
      const tells = TELLS.get(service) ?? 'SUPPORT_RECEIVED';
      return {
        controller: 'fife-pathways', source, service, sentOn: on(-sent), state, declinedBecause: declined, note: null, labels: [...new Set([tells, ...(DOORS[source] ?? [])])],
        purpose: random.pick([null, 'To be ready for work.', 'A next step.']), bundle: random.some(['NAME_AND_CONTACT', 'ACTION_PLAN', 'SKILLS'], random.between(1, 3)), toldOn: random.chance(80) ? on(-sent) : null,
        steps: referralPath(...path.map((step, at) => [step, on(-Math.floor((sent * (path.length - at)) / path.length)), ...(step === 'DECLINED' && declined ? [declined] : [])] as [ReferralStateStory, string, string?])),
        goals: times(random.between(0, 2), (): ReferralGoalStory => ({ goal: random.pick(GOALS), result: state === 'ENDED' ? random.pick(['ACHIEVED', 'PARTLY', 'NOT_ACHIEVED']) : 'NOT_KNOWN', labels: [] })),
      };
    }),
  };
}
