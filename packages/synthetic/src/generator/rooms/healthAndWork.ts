import { dayAfter } from '../../calendar.ts';
import { unrealChi } from '../../identifiers/chi.ts';
import type { HealthAndWorkStory, HealthEventStory, HealthWorkCaseStory } from '../../story/healthAndWork.ts';
import type { Life } from '../life.ts';
import type { Random } from '../random.ts';
import { maybe, times, type Drawn } from './draw.ts';

const nhs = { controller: 'nhs-fife', labels: [] } as const;
const MIND = ['MENTAL_HEALTH_AND_RECOVERY'] as const;

const ADJUSTMENTS = ['Breaks every hour', 'No lifting over 5 kg', 'A later start twice a week', 'A chair with arms', 'A quiet place to work', 'Work from home on bad days', 'Shorter shifts at first'] as const;
const CONDITIONS = ['Lower back pain', 'Asthma', 'Diabetes, type 2', 'Arthritis of the knees', 'Migraine', 'Epilepsy', 'High blood pressure', 'Long Covid'] as const;
const BODY = ['Can sit for half an hour', 'Stairs are hard', 'Tired by the afternoon', 'Walks a mile without rest'] as const;
const AT_WORK = ['Liked the last job; the shifts were the trouble', 'Wants to begin with few hours', 'Cares for somebody in the mornings', 'The journey is long'] as const;
const MODES = ['PHONE', 'VIDEO', 'IN_PERSON', 'IN_PERSON', 'GROUP'] as const;
const TIMES = ['09:00', '10:30', '13:15', '15:45'] as const;

/** Health at work, for those who have a case there: what helps, when they meet, and for some what is the matter. */
export function healthAndWorkStory(drawn: Drawn): Partial<HealthAndWorkStory> {
  const { life, random, on } = drawn;
  if (!life.health && !life.mind) return {};
  const opened = Math.min(life.since, random.between(10, 140));
  return {
    cases: [caseOf(drawn, opened)],
    triages: maybe(random, 20, () => ({ controller: 'nhs-fife' as const, on: on(-opened - 6), adjustments: random.some(ADJUSTMENTS, 1).map((what) => ({ what, until: on(60), labels: [] })) })),
    appointments: times(random.between(0, 3), (n) => ({ ...nhs, service: random.pick(['Physiotherapy', 'Occupational health advice', 'Case manager']), at: momentOn(on(2 + 7 * n), random), mode: random.pick(MODES), place: random.pick([null, `The health centre, ${life.area}`]) })),
    conditions: life.health ? random.some(CONDITIONS, random.weighed([30, 0], [55, 1], [15, 2])).map((name) => ({ ...nhs, name, since: random.chance(70) ? on(-random.between(100, 4000)) : null, treatment: random.pick([null, 'Seen by the practice nurse', 'Tablets', 'Exercises']) })) : [],
    ipsEpisodes: life.mind ? maybe(random, 30, () => ({ ...nhs, stage: random.pick(['GETTING_STARTED', 'JOB_FINDING', 'IN_WORK']), service: random.pick([null, 'Steady']), startedOn: on(-opened), endedOn: null })) : [],
    recoverySupport: life.mind ? maybe(random, 45, () => ({ controller: 'nhs-fife' as const, startedOn: on(-opened), endedOn: null, appointments: times(random.between(0, 2), (n) => ({ at: momentOn(on(3 + 7 * n), random), mode: random.pick(MODES) })) })) : [],
    timeline: timelineOf(life, random, on, opened),
  };
}

// Hours of the day as UTC has them, so that nothing here depends on where it runs.
const momentOn = (day: string, random: Random): string => `${day}T${random.pick(TIMES)}:00.000Z`;

function caseOf({ life, random, on }: Drawn, opened: number): HealthWorkCaseStory {
  const level = random.weighed([55, 'LIGHT_TOUCH'], [45, 'CASE_MANAGEMENT']);
  const born = dayAfter(on(-life.sinceBirthday), -Math.round(life.age * 365.25));
  return {
    controller: 'nhs-fife', level, inWork: random.chance(85) ? life.inWork : null, openedOn: on(-opened), closedOn: random.chance(18) ? on(-random.below(Math.min(opened, 10))) : null,
    weeks: level === 'LIGHT_TOUCH' ? null : random.between(6, 20), chi: random.chance(70) ? unrealChi(born, random.below(1000)) : null,
    adjustments: random.some(ADJUSTMENTS, random.between(0, 3)).map((what) => ({ what, until: random.chance(50) ? on(random.between(20, 180)) : null, labels: [] })),
    services: [
      ...maybe(random, 45, () => ({ kind: random.pick(['PHYSIOTHERAPY', 'OCCUPATIONAL_HEALTH']), offeredOn: on(-opened + 2), startedOn: random.chance(70) ? on(-opened + 9) : null, endedOn: null, labels: [] })),
      ...(life.mind ? maybe(random, 50, () => ({ kind: 'COUNSELLING' as const, offeredOn: on(-opened + 2), startedOn: on(-opened + 9), endedOn: null, labels: MIND })) : []),
    ],
    assessments: maybe(random, 50, () => ({
      on: on(-opened + 4),
      body: random.some(BODY, random.between(0, 2)).map((what) => ({ what, labels: [] })),
      mind: life.mind ? [{ what: random.pick(['Sleeps badly', 'Worries before meetings', 'Better since spring']), labels: [] }] : [],
      lifeAndWork: random.some(AT_WORK, random.between(1, 2)).map((what) => ({ what, labels: [] })),
    })),
  };
}

function timelineOf(life: Life, random: Random, on: (days: number) => string, opened: number): HealthEventStory[] {
  const event = (category: HealthEventStory['category'], days: number, kind: string, title: string): HealthEventStory => ({ ...nhs, category, on: on(-days), kind, title, by: 'Case manager' });
  return [
    event('HEALTH_AND_WORK', opened, 'CASE_OPENED', 'Work with a case manager began'),
    ...maybe(random, 30, () => event('HEALTH_APPOINTMENTS', opened - 2, 'REFERRED', 'Referred to physiotherapy')),
    ...(life.health ? maybe(random, 15, () => event('CONDITIONS', opened + 6, 'DIAGNOSED', 'Told what it is')) : []),
    ...(life.mind ? maybe(random, 30, () => event('MENTAL_HEALTH_AND_RECOVERY', opened, 'SUPPORT_BEGAN', 'Support began')) : []),
  ];
}
