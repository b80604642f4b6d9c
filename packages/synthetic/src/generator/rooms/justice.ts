import type { JusticeStory, PaybackOrderStory, WorkLimitStory } from '../../story/justice.ts';
import type { Random } from '../random.ts';
import { maybe, times, type Drawn } from './draw.ts';

const justice = { controller: 'fife-justice', labels: [] } as const;
const LIMIT: WorkLimitStory = { ...justice, freeToWorkFrom: null, day: null, from: null, to: null, until: null, place: null };
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
const OFFENCES = ['Theft', 'Breach of the peace', 'Assault', 'Possession of drugs', 'Driving while disqualified', 'Fraud', 'Vandalism'] as const;

/** What a justice service holds of those it supports. Whenever there is unpaid work there is a limit at the same times, and no word of its cause in it. */
export function justiceStory({ life, random, on }: Drawn): Partial<JusticeStory> {
  if (!life.justice) return {};
  const convicted = random.between(120, 900);
  const orders = life.prison ? [] : maybe(random, 60, () => orderOf(random, on, convicted));
  const leaves = random.between(10, 120);
  return {
    support: maybe(random, 80, () => ({
      ...justice, kind: life.prison ? random.pick(['VOLUNTARY_THROUGHCARE', 'STATUTORY_THROUGHCARE']) : 'SUPERVISION', team: `Social work, ${life.area}`, startedOn: on(-random.between(20, 110)), endedOn: random.chance(15) ? on(-random.below(10)) : null,
    })),
    workLimits: [
      ...orders.flatMap(({ slots }) => slots.map(({ day, from, to, until }) => ({ ...LIMIT, day, from, to, until }))),
      ...(life.prison ? [{ ...LIMIT, freeToWorkFrom: on(leaves) }] : []),
      ...maybe(random, 12, () => ({ ...LIMIT, until: on(random.between(30, 200)), place: 'The harbour side, because of who else is there', labels: ['CONVICTIONS'] })),
    ],
    paybackOrders: orders,
    liberationPlans: life.prison ? [{
      controller: 'fife-justice', leavesOn: on(leaves), throughcare: random.pick(['VOLUNTARY', 'STATUTORY', null]), throughcareUntil: on(leaves + 365),
      curfew: random.chance(40) ? { from: on(leaves), until: on(leaves + 60), homeFrom: 1140, homeTo: 420 } : null,
    }] : [],
    licenceConditions: life.prison ? maybe(random, 60, () => ({ ...justice, what: random.pick(['Tells the supervising officer before a job begins', 'Lives where the officer agreed', 'Meets the officer every week']), from: on(leaves), until: on(leaves + 180) })) : [],
    convictions: times(random.weighed([70, 1], [24, 2], [6, 3]), (n) => ({
      ...justice, offence: random.pick(OFFENCES), convictedOn: on(-convicted - 400 * n), sentence: random.pick(['A fine', 'A community payback order', 'Prison', 'Admonished']),
      mustBeTold: random.pick([true, true, false, null]), discloseUntil: random.chance(60) ? on(random.between(30, 1500)) : null,
    })),
    riskNotes: maybe(random, 5, () => ({ ...justice, what: random.pick(['Meet in pairs.', 'Not alone with the former partner.', 'No home visits.']), writtenOn: on(-random.between(5, 100)), reviewOn: on(random.between(10, 120)), personTold: random.chance(70) })),
    timeline: [
      { ...justice, category: 'JUSTICE_SUPPORT', on: on(-110), kind: 'SUPPORT_BEGAN', title: 'Support began', by: 'Social worker' },
      { ...justice, category: 'CONVICTIONS', on: on(-convicted), kind: 'CONVICTED', title: 'The court decided', by: 'Social worker' },
      ...(orders.length > 0 || life.prison ? [{ ...justice, category: 'JUSTICE_LIMITS' as const, on: on(-20), kind: 'LIMITS_SET', title: 'The times for work were agreed', by: null }] : []),
    ],
  };
}

function orderOf(random: Random, on: (days: number) => string, imposed: number): PaybackOrderStory {
  const hours = random.chance(75) ? random.between(20, 300) : null;
  const ends = random.between(20, 300);
  const treatment = maybe(random, 18, () => random.pick(['ALCOHOL', 'DRUG', 'MENTAL_HEALTH'] as const));
  return {
    controller: 'fife-justice', imposedOn: on(-imposed), endsOn: on(ends),
    requirements: ['OFFENDER_SUPERVISION', ...(hours === null ? [] : ['UNPAID_WORK' as const]), ...maybe(random, 10, () => random.pick(['COMPENSATION', 'PROGRAMME', 'CONDUCT'] as const))],
    hours, level: hours === null ? null : hours <= 100 ? 'LEVEL_1' : 'LEVEL_2', hoursLeft: hours === null ? null : random.below(hours + 1), treatment,
    slots: hours === null ? [] : random.some(DAYS, random.between(1, 2)).map((day) => ({ day, from: 540, to: 960, startsOn: on(-30), until: on(ends), place: random.pick(['The community garden', 'The coast path', 'The food bank']), labels: [] })),
  };
}
