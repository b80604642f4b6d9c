import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import { unrealChi } from '../identifiers/chi.ts';
import { wholeStory, type Story, type Told } from '../story/story.ts';
import { AREAS, FAMILY_NAMES } from './names.ts';
import type { Random } from './random.ts';

type On = (days: number) => string;

const GOALS = ['Work close to home', 'A first job', 'More hours', 'A course at college', 'Steady work outdoors', 'Work with people'] as const;
const STEPS = ['Write a CV', 'Ask about hours', 'Open a bank account', 'Visit two workplaces', 'Find a quiet place to learn'] as const;
const BARRIERS = ['LONG_TERM_UNEMPLOYED', 'LOW_SKILLED', 'CARER', 'RURAL', 'POOR_ACCESS', 'OVER_54'] as const;
const JOBS = [['Kitchen porter', '9263'], ['Care worker', '6135'], ['Shop assistant', '7111'], ['Warehouse operative', '9252']] as const;
const SKILLS = ['Serving customers', 'Keeping stock', 'Caring for somebody', 'Driving a van', 'Using spreadsheets'] as const;

function employability(random: Random, on: On): Told['employability'] {
  const controller = 'fife-pathways';
  const [job] = random.pick(JOBS);
  return {
    actionPlan: {
      controller, agreedOn: on(-random.below(90)), reviewOn: on(random.below(90)),
      goals: [{
        title: random.pick(GOALS), targetOn: on(30 + random.below(120)), labels: [],
        steps: [
          { title: random.pick(STEPS), owner: 'PERSON', status: 'MET', targetOn: on(-random.below(20)), labels: [] },
          { title: random.pick(STEPS), owner: 'WORKER', status: 'IN_PROGRESS', targetOn: on(random.below(40)), labels: [] },
        ],
      }],
    },
    participations: [{ controller, programme: 'NOLB', startedOn: on(-100), endedOn: null, endReason: null, stage: random.pick([1, 2, 3, 4, 5]), labels: [] }],
    barriers: random.chance(60) ? [{ controller, code: random.pick(BARRIERS), saidBy: 'PERSON', note: null, labels: [] }] : [],
    outcomes: random.chance(30) ? [{ controller, kind: 'JOB', title: job, startedOn: on(-random.below(60)), hoursAWeek: 4 + random.below(34), labels: [] }] : [],
  };
}

const caseOf = (level: 'LIGHT_TOUCH' | 'CASE_MANAGEMENT') => ({ level, weeks: level === 'LIGHT_TOUCH' ? null : 20 });

const health = (random: Random, on: On): Told['healthAndWork'] => ({
  cases: [{
    controller: 'nhs-fife', ...caseOf(random.pick(['LIGHT_TOUCH', 'CASE_MANAGEMENT'])), inWork: random.chance(40), openedOn: on(-random.below(100)), closedOn: null,
    chi: unrealChi(`${1960 + random.below(45)}-06-15`, random.below(1000)), adjustments: [{ what: 'Breaks every hour', until: null, labels: [] }], services: [], assessments: [],
  }],
  appointments: [{ controller: 'nhs-fife', service: 'Physiotherapy', at: `${on(1 + random.below(28))}T10:00:00.000Z`, mode: 'PHONE', place: null, labels: [] }],
});

const housing = (random: Random, on: On): Told['housing'] => ({
  situations: [{
    controller: 'fife-housing', tenure: random.pick(['COUNCIL', 'HOUSING_ASSOCIATION', 'PRIVATE_RENT']),
    area: random.pick(AREAS), since: on(-100 - random.below(2000)), note: null, labels: [],
  }],
  rentAccounts: [{ controller: 'fife-housing', standing: random.pick(['UP_TO_DATE', 'PLAN_AGREED', 'BEHIND']), planAgreedOn: null, benefitCheckDone: random.chance(50), benefitCheckOn: null }],
});

function careers(random: Random, on: On): Told['careers'] {
  const controller = 'my-world-careers';
  const [title, soc] = random.pick(JOBS);
  return {
    skills: [{ controller, name: random.pick(SKILLS), esco: null, labels: [] }],
    workHistory: [{ controller, title, employer: null, soc, startedOn: on(-1500), endedOn: on(-300 - random.below(1000)), labels: [] }],
  };
}

const justice = (random: Random, on: On): Told['justice'] => ({
  workLimits: [{
    controller: 'fife-justice', freeToWorkFrom: null, day: random.pick(['MONDAY', 'WEDNESDAY', 'SATURDAY']), from: 540, to: 960,
    until: on(30 + random.below(100)), place: null, labels: [],
  }],
});

/** A plausible story, the same for the same random numbers: a plan for everybody, and other rooms for some. */
export function generatedStory(random: Random, name: { readonly knownAs: string; readonly pronouns: string }, today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  const phone = `07700 900${String(random.below(1000)).padStart(3, '0')}`;
  const people = called(name.knownAs, name.pronouns, `${name.knownAs} ${random.pick(FAMILY_NAMES)}`, [{ kind: 'TEXT', value: phone }]);
  return wholeStory(people, {
    employability: employability(random, on),
    ...(random.chance(40) ? { healthAndWork: health(random, on) } : {}),
    ...(random.chance(60) ? { housing: housing(random, on) } : {}),
    ...(random.chance(70) ? { careers: careers(random, on) } : {}),
    ...(random.chance(20) ? { justice: justice(random, on) } : {}),
  });
}
