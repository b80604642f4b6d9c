import { candidateNumberAt } from '../../identifiers/candidateNumber.ts';
import type { CareersStory } from '../../story/careers.ts';
import { maybe, times, type Drawn } from './draw.ts';
import { EMPLOYERS, JOBS, SKILLS } from './words.ts';

const careers = { controller: 'my-world-careers', labels: [] } as const;
const PATHWAYS = [
  ['ADMIN_ASSISTANT', 'Administration', '4159'], ['CARE_SUPPORT', 'Health and social care', '6135'], ['CHILDCARE_SUPPORT', 'Early learning and childcare', '6111'],
  ['HORTICULTURE_ASSISTANT', 'Land and horticulture', '5113'], ['IT_SUPPORT', 'Digital technology', '3132'], ['KITCHEN_ASSISTANT', 'Hospitality', '9263'], ['WAREHOUSE_OPERATIVE', 'Transport and storage', '9252'],
] as const;
const COURSES = [['Health and social care', 5], ['Office skills', 6], ['Professional cookery', 5], ['Horticulture', 4], ['Introduction to computing', 4], ['Access to nursing', 6]] as const;

/** What the careers service knows of most people: what they can, did and would like to do. */
export function careersStory({ seed, place, life, random, on }: Drawn): Partial<CareersStory> {
  if (!random.chance(68)) return {};
  const years = Math.max(life.age - 16, 0);
  const candidateNumber = candidateNumberAt(seed, place);
  const [pathwayCode, sector, soc] = random.pick(PATHWAYS);
  const [course, scqfLevel] = random.pick(COURSES);
  return {
    profiles: maybe(random, 55, () => ({ ...careers, about: random.pick(['Calm, and good at keeping things in order.', 'Likes to be outdoors.', 'Learns by doing.', null]), strengths: random.some(['patience', 'order', 'humour', 'care', 'stamina'], random.between(1, 3)), updatedOn: on(-random.below(200)) })),
    candidateNumbers: candidateNumber !== undefined && life.age < 50 ? maybe(random, 60, () => ({ controller: 'my-world-careers' as const, candidateNumber })) : [],
    skills: random.some(SKILLS, random.between(0, 4)).map((name) => ({ ...careers, name, esco: null })),
    qualifications: times(random.weighed([30, 0], [40, 1], [30, 2]), (n) => ({
      ...careers, title: random.pick(['National 5 English', 'National 4 Mathematics', 'Higher English', 'Food hygiene', 'First aid at work']), awardedBy: random.pick([null, 'Scottish Qualifications Authority']), scqfLevel: random.between(4, 6), awardedOn: random.chance(85) ? on(-random.between(200, 300 + 300 * years) - n) : null,
    })),
    careerPlans: maybe(random, 45, () => ({ ...careers, title: `Towards ${sector.toLowerCase()}`, sector, interests: random.some(['books', 'walking', 'cooking', 'music', 'football'], random.between(0, 2)), soc, pathwayCode, targetOn: random.chance(70) ? on(random.between(60, 500)) : null })),
    courseApplications: life.learning ? maybe(random, 70, () => ({
      ...careers, course, provider: random.pick(['A college in Kirkcaldy', 'A college in Dunfermline', 'Evening classes']), scqfLevel, appliedOn: on(-random.between(5, 120)), startsOn: on(random.between(-30, 120)), state: random.pick(['APPLIED', 'OFFERED', 'ACCEPTED', 'STARTED', 'REFUSED', 'WITHDRAWN']), note: null,
    })) : [],
    workHistory: times(Math.min(years, random.weighed([25, 0], [40, 1], [35, random.between(2, 4)])), (n) => {
      const [title, unitGroup] = random.pick(JOBS);
      return { ...careers, title, employer: random.pick(EMPLOYERS), soc: unitGroup, startedOn: on(-700 * (n + 1)), endedOn: n === 0 && life.inWork ? null : on(-700 * (n + 1) + random.between(60, 600)) };
    }),
    learningHistory: maybe(random, 50, () => ({ ...careers, kind: random.pick(['SCHOOL', 'SCHOOL', 'COLLEGE', 'APPRENTICESHIP', 'COMMUNITY', 'UNIVERSITY']), title: random.pick(['Standard grades', 'Highers', 'An apprenticeship', 'A college certificate']), provider: random.pick([null, `A school in ${life.area}`]), startedOn: on(-365 * years - 1500), endedOn: on(-365 * years - 60), completed: random.pick([true, true, false, null]) })),
    cvs: maybe(random, 35, () => ({
      ...careers, title: random.pick(['For shop work', 'For any job', 'For office jobs']), soc, updatedOn: on(-random.below(150)),
      entries: [
        { kind: 'WORK' as const, title: random.pick(JOBS)[0], detail: random.pick(EMPLOYERS), soc: null, labels: [] },
        { kind: 'SKILL' as const, title: random.pick(SKILLS), detail: null, soc: null, labels: [] },
        ...(life.health ? maybe(random, 15, () => ({ kind: 'INTEREST' as const, title: 'Walking', detail: 'Every day, for the back.', soc: null, labels: ['CONDITIONS'] })) : []),
      ],
    })),
    timeline: [
      ...maybe(random, 30, () => ({ ...careers, category: 'SKILLS' as const, on: on(-random.below(200)), kind: 'PROFILE_CHANGED', title: 'The profile was changed', by: 'Careers adviser' })),
      ...(life.learning ? maybe(random, 40, () => ({ ...careers, category: 'CAREER_PLANS' as const, on: on(-random.below(120)), kind: 'COURSE_APPLIED', title: 'An application for a course was sent', by: 'Careers adviser' })) : []),
      ...maybe(random, 15, () => ({ ...careers, category: 'WORK_HISTORY' as const, on: on(-random.below(150)), kind: 'CV_CHANGED', title: 'The CV was finished', by: 'Careers adviser' })),
    ],
  };
}
