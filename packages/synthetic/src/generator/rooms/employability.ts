import type {
  ActionPlanStory, AssessmentStory, BarrierStory, EmployabilityEventStory, EmployabilityStory, OutcomeStory, ParticipationStory, ReadinessStory, StageNumber,
} from '../../story/employability.ts';
import type { Life } from '../life.ts';
import type { Random } from '../random.ts';
import { maybe, times, type Drawn } from './draw.ts';
import { EMPLOYERS, GOALS, JOBS, STEPS } from './words.ts';

const controller = 'fife-pathways' as const;
const provider = { controller, labels: [] } as const;

const SKILL_CODES = ['TEAMWORK', 'TIMEKEEPING', 'COMMUNICATION', 'PLANNING', 'ORGANISATION', 'PROBLEM_SOLVING', 'INITIATIVE', 'ADAPTABILITY', 'RELIABILITY', 'CREATIVITY'] as const;
const MODES = ['IN_PERSON', 'IN_PERSON', 'PHONE', 'PHONE', 'VIDEO', 'GROUP', 'TEXT', 'EMAIL'] as const;
const ACTIVITIES = ['ONE_TO_ONE', 'ONE_TO_ONE', 'JOB_SEARCH', 'WORKSHOP', 'COURSE', 'VOLUNTEERING', 'WORK_TASTER'] as const;

/** The way through employability support: a plan for nearly everybody, a spell of support for all, and what came of it for some. */
export function employabilityStory({ life, random, on }: Drawn): EmployabilityStory {
  const agreed = Math.min(life.since, random.between(7, 90));
  return {
    actionPlan: random.chance(88) ? planOf(life, random.split('plan'), on, agreed) : null,
    skillRatings: random.chance(35) ? random.some(SKILL_CODES, random.between(1, 4)).map((code) => ({
      ...provider, code, confidence: random.pick(['NOT_CONFIDENT', 'LITTLE_CONFIDENT', 'QUITE_CONFIDENT', 'VERY_CONFIDENT']), ratedOn: on(-agreed), agreed: random.chance(90),
      evidence: random.pick([null, null, 'Told of it without being asked.', 'Kept every appointment.', 'Rang round alone.']),
    })) : [],
    socialContact: maybe(random, 20, () => ({
      ...provider, askedOn: on(-agreed), howOften: random.pick(['NEVER', 'NOW_AND_THEN', 'MOST_WEEKS', 'MOST_DAYS']), words: random.pick([null, 'Mostly family.', 'The walking group helps.', 'I keep to myself.']),
    })),
    readiness: readinessOf(random.split('readiness'), on(-agreed)),
    participations: participationsOf(life, random.split('spells'), on),
    activities: times(random.weighed([30, 0], [40, random.between(1, 4)], [30, random.between(5, 12)]), (week) => ({
      controller, code: random.pick(ACTIVITIES), on: on(-2 - 7 * week), minutes: 15 * random.between(2, 12), mode: random.pick(MODES),
    })),
    pauses: maybe(random, 6, () => ({ controller, startedOn: on(-random.between(20, 40)), endedOn: on(-random.between(5, 19)) })),
    contacts: contactsOf(life, random.split('contacts'), on),
    fundingAwards: maybe(random, 14, () => ({
      ...provider, code: random.pick(['NOLB', 'NOLB', 'NOLB', 'UKSPF', 'ERI']), pays: random.pick(['KEY_WORKER', 'TRAINING', 'WAGES', 'TRAVEL', 'EQUIPMENT']), startedOn: on(-agreed), endedOn: random.chance(60) ? on(random.between(10, 90)) : null,
      amountPence: random.chance(85) ? 500 * random.between(4, 400) : null,
    })),
    barriers: barriersOf(life, random.split('barriers'), on),
    assessments: assessmentsOf(life, random.split('assessments'), on, agreed),
    sensitiveReadiness: [
      ...maybe(random, 12, () => ({ controller, labels: ['WHERE_I_LIVE'], kind: 'HOME' as const, state: random.pick(['IN_PLACE', 'IN_PLACE', 'IN_HAND', 'MISSING']), checkedOn: on(-agreed) })),
      ...(life.justice ? maybe(random, 40, () => ({ controller, labels: ['CONVICTIONS'], kind: 'DISCLOSURE_LETTER' as const, state: random.pick(['MISSING', 'IN_HAND', 'IN_PLACE', 'NOT_WANTED']), checkedOn: on(-agreed) })) : []),
    ],
    outcomes: outcomesOf(life, random.split('outcomes'), on),
    timeline: timelineOf(life, random.split('timeline'), on, agreed),
  };
}

function planOf(life: Life, random: Random, on: (days: number) => string, agreed: number): ActionPlanStory {
  const every = random.pick([1, 2, 3, 3, 6]);
  return {
    controller, agreedOn: on(-agreed), reviewOn: on(random.between(-14, 90)), reviewEveryMonths: every,
    reviews: random.chance(45) ? [{ on: on(-random.below(agreed)), held: random.chance(85) }] : [],
    goals: random.some(GOALS, random.weighed([60, 1], [32, 2], [8, 3])).map((title) => ({
      title, targetOn: random.chance(85) ? on(random.between(20, 200)) : null, agreedOn: on(-agreed), labels: [], soc: random.pick(JOBS)[1],
      ...(random.chance(6) ? { archivedOn: on(-random.below(agreed)), archiveReason: random.pick(['Something better came up.', 'Not for now.']) } : {}),
      steps: [
        ...random.some(STEPS, random.between(1, 4)).map((title) => ({
          title, owner: random.pick(['PERSON', 'PERSON', 'WORKER']), status: random.pick(['NOT_STARTED', 'IN_PROGRESS', 'IN_PROGRESS', 'MET', 'MET', 'DECLINED']), targetOn: on(random.between(-30, 60)), labels: [],
        })),
        ...(life.health ? maybe(random, 25, () => ({ title: 'Plan the days around the treatment', owner: 'PERSON' as const, status: 'IN_PROGRESS' as const, targetOn: null, labels: ['CONDITIONS'] })) : []),
        ...(life.justice ? maybe(random, 25, () => ({ title: 'Practise what to say about the gap', owner: 'PERSON' as const, status: 'NOT_STARTED' as const, targetOn: on(30), labels: ['CONVICTIONS'] })) : []),
      ],
    })),
  };
}

const readinessOf = (random: Random, checkedOn: string): ReadinessStory[] => (['IDENTIFICATION', 'BANK_ACCOUNT', 'PHONE', 'EMAIL', 'CV'] as const).flatMap((kind) =>
  maybe(random, 55, () => ({ controller, kind, checkedOn, state: random.weighed([60, 'IN_PLACE'], [20, 'IN_HAND'], [16, 'MISSING'], [4, 'NOT_WANTED']) })));

function participationsOf(life: Life, random: Random, on: (days: number) => string): ParticipationStory[] {
  const reached = Array.from({ length: life.stage }, (_, at) => (at + 1) as StageNumber).filter((stage) => stage === 1 || stage === life.stage || random.chance(60));
  const ended = !life.inWork && random.chance(12);
  const now: ParticipationStory = {
    ...provider, journey: 'one', programme: 'NOLB', startedOn: on(-life.since), endedOn: ended ? on(-random.below(7)) : null, stage: life.stage,
    endReason: ended ? random.pick(['Moved away.', 'Found their own way.', 'Could not be reached.']) : null, ...(ended ? { endToldBy: random.pick(['PERSON', 'WORKER'] as const) } : {}),
    stages: reached.map((stage, at) => ({ stage, on: on(-Math.floor((life.since * (reached.length - at)) / reached.length)) })),
    phases: life.inWork && life.since > 40
      ? [{ phase: 'PRE_EMPLOYMENT', startedOn: on(-life.since), endedOn: on(-31) }, { phase: 'IN_WORK', startedOn: on(-30), endedOn: null }]
      : [{ phase: 'PRE_EMPLOYMENT', startedOn: on(-life.since), endedOn: null }],
  };
  const earlier: ParticipationStory = {
    ...provider, journey: random.chance(50) ? 'one' : 'two', programme: random.pick(['FAIR_START_SCOTLAND', 'EMPLOYABILITY_FUND']), startedOn: on(-life.since - 500), endedOn: on(-life.since - random.between(60, 400)),
    endReason: random.pick(['The place ended.', 'Went to work.', null]), endToldBy: 'WORKER', stage: 2,
  };
  return random.chance(22) ? [now, earlier] : [now];
}

function contactsOf(life: Life, random: Random, on: (days: number) => string): EmployabilityStory['contacts'] {
  return times(random.weighed([20, 0], [50, random.between(1, 3)], [30, random.between(4, 7)]), (place) => {
    const plain = { ...provider, on: on(-3 - 12 * place), mode: random.pick(MODES), agreed: random.pick([null, 'The plan stands.', 'Two applications by the next talk.', 'To try the workshop.', 'A lighter week.']), nextStep: random.pick([null, 'Ring on Tuesday', 'Send the form', 'Meet at the library']), nextOn: place === 0 ? on(random.between(1, 21)) : null };
    if (life.mind && random.chance(20)) return { ...plain, agreed: 'Fewer hours while the counselling goes on.', labels: ['MENTAL_HEALTH_AND_RECOVERY'] };
    return life.home === 'NONE' && random.chance(30) ? { ...plain, agreed: 'First a place to sleep, then the rest.', labels: ['HOMELESSNESS_HELP'] } : plain;
  });
}

type Barrier = readonly [code: string, labels: readonly string[]];
const PLAIN: readonly Barrier[] = [['LONG_TERM_UNEMPLOYED', []], ['LOW_SKILLED', []], ['NO_WORK_EXPERIENCE', []], ['RURAL', []], ['POOR_ACCESS', []], ['JOBLESS_HOUSEHOLD', []], ['LOOKED_AFTER', []], ['REFUGEE', []], ['VETERAN', []]];

function barriersOf(life: Life, random: Random, on: (days: number) => string): BarrierStory[] {
  const told: Barrier[] = [
    ...random.some(PLAIN, random.weighed([35, 0], [40, 1], [25, 2])),
    ...(life.caring ? [['CARER', []] as const] : []), ...(life.age > 54 ? [['OVER_54', []] as const] : []),
    ...(life.health && random.chance(60) ? [['PHYSICAL_ILLNESS', ['CONDITIONS']] as const] : []),
    ...(life.mind && random.chance(60) ? [['MENTAL_HEALTH', ['MENTAL_HEALTH_AND_RECOVERY']] as const] : []),
    ...(life.justice && random.chance(50) ? [['CONVICTIONS', ['CONVICTIONS']] as const] : []),
    ...(life.home === 'NONE' ? [['HOMELESSNESS', ['HOMELESSNESS_HELP']] as const] : []),
  ];
  return told.map(([code, labels]) => ({
    controller, code, labels, saidBy: random.pick(['PERSON', 'PERSON', 'WORKER']), saidOn: on(-random.below(life.since)), evidenceSeen: random.chance(20),
    note: labels.length === 0 ? random.pick([null, null, 'Said it early on.', 'Comes and goes.']) : null,
  }));
}

const answer = (code: string, ownWords: string | null, workersNote: string | null, labels: readonly string[] = []) => ({ code, ownWords, workersNote, labels });

function assessmentsOf(life: Life, random: Random, on: (days: number) => string, agreed: number): AssessmentStory[] {
  return times(random.weighed([40, 0], [45, 1], [15, 2]), (version) => ({
    controller, version: version + 1, assessedOn: on(-Math.max(agreed - 20 * version, 0)), agreed: random.chance(90),
    answers: [
      answer('WORK', random.pick(['It has been a while.', 'I know what I can do.', 'Never had a proper job.']), null),
      ...maybe(random, 60, () => answer('CONFIDENCE', random.pick(['Better than it was.', 'Low.', 'Fine with people I know.']), random.pick([null, 'Underrates what is there.']))),
      ...maybe(random, 50, () => answer('TRAVEL', random.pick(['One bus an hour.', 'I can walk to most things.', 'No car.']), null)),
      ...(life.health ? [answer('HEALTH', 'Some days are worse than others.', null, ['CONDITIONS'])] : []),
      ...(life.rentTrouble ? [answer('MONEY', 'Behind with a few things.', null, ['HOUSING_MONEY'])] : []),
      ...(life.home === 'NONE' ? [answer('HOME', 'On a sofa, for now.', null, ['HOMELESSNESS_HELP'])] : []),
    ],
  }));
}

function outcomesOf(life: Life, random: Random, on: (days: number) => string): OutcomeStory[] {
  const weeks = random.between(5, 40);
  const job: OutcomeStory = {
    ...provider, kind: 'JOB', title: `${random.pick(JOBS)[0]}, ${random.pick(EMPLOYERS).toLowerCase()}`, startedOn: on(-7 * weeks), hoursAWeek: random.between(4, 40),
    contract: random.pick(['PERMANENT', 'PERMANENT', 'FIXED_TERM', 'TEMPORARY', 'ZERO_HOURS', 'APPRENTICESHIP', 'SELF_EMPLOYED']),
    ...(random.chance(50) ? { pay: { pence: random.between(1221, 1650), per: 'HOUR' as const } } : {}), payBand: random.pick(['MINIMUM_WAGE', 'REAL_LIVING_WAGE']),
    checks: [4, 13, 26].filter((due) => due <= weeks + 4).map((due) => ({
      weeks: due, dueOn: on(-7 * (weeks - due)), labels: [], words: null,
      ...(due <= weeks ? { askedOn: on(-7 * (weeks - due)), answer: random.pick(['STILL_THERE', 'STILL_THERE', 'STILL_THERE', 'SOMETHING_ELSE', 'STOPPED', 'NOT_REACHED'] as const), hoursAWeek: random.between(4, 40) } : { askedOn: null, answer: null, hoursAWeek: null }),
    })),
  };
  return [
    ...(life.inWork ? [job] : []),
    ...(life.learning ? maybe(random, 40, (): OutcomeStory => ({ ...provider, kind: random.pick(['FURTHER_EDUCATION', 'TRAINING', 'QUALIFICATION', 'HIGHER_EDUCATION']), title: random.pick(['College, part time', 'Food hygiene certificate', 'A spreadsheet course', 'An access course']), startedOn: on(-random.between(10, 150)), hoursAWeek: random.between(2, 16) })) : []),
    ...maybe(random, 12, (): OutcomeStory => ({ ...provider, kind: random.pick(['VOLUNTEERING', 'PLACEMENT']), title: random.pick(['A community garden', 'A charity shop', 'A school library']), startedOn: on(-random.between(10, 150)), endedOn: on(-random.below(10)), hoursAWeek: random.between(2, 10) })),
  ];
}

function timelineOf(life: Life, random: Random, on: (days: number) => string, agreed: number): EmployabilityEventStory[] {
  const event = (category: EmployabilityEventStory['category'], days: number, kind: string, title: string): EmployabilityEventStory => ({ ...provider, category, on: on(-days), kind, title, by: 'Key worker' });
  return [
    event('SUPPORT_RECEIVED', life.since, 'SUPPORT_BEGAN', 'Support began.'),
    ...maybe(random, 60, () => event('ACTION_PLAN', agreed, 'PLAN_AGREED', 'The plan was agreed.')),
    ...maybe(random, 40, () => event('SUPPORT_RECEIVED', Math.floor(life.since / 2), 'STAGE_REACHED', 'Another stage was reached.')),
    ...maybe(random, 30, () => event('BARRIERS', agreed, 'ASSESSED', 'What helps and what is in the way was written down.')),
    ...(life.inWork ? [event('WORK_SINCE', 30, 'OUTCOME', 'Work began.')] : []),
  ];
}
