import { called } from '../../called.ts';
import type { PeopleStory } from '../../story/people.ts';
import { maybe, type Drawn } from './draw.ts';

type Route = Parameters<typeof called>[3][number];
type More = NonNullable<Parameters<typeof called>[4]>;
type Need = NonNullable<More['accessNeeds']>[number];

// Ofcom keeps these numbers for drama: a thousand of a mobile, a thousand of no area.
const mobile = (n: number) => `07700 900${String(n).padStart(3, '0')}`;
const landline = (n: number) => `01632 960${String(n).padStart(3, '0')}`;

const NEEDS: readonly [Need, ...Need[]] = [
  { code: 'EASY_READ' }, { code: 'LARGE_PRINT' }, { code: 'INTERPRETER', note: 'Speaks Polish best.' }, { code: 'QUIET_ROOM' }, { code: 'BSL' }, { code: 'HEARING_LOOP' },
  { code: 'INTERPRETER', note: 'Speaks Ukrainian best.' }, { code: 'MOBILITY', note: 'No stairs, for the knees.', labels: ['CONDITIONS'] },
  { code: 'OTHER', note: 'Short meetings: long ones bring the worry back.', labels: ['MENTAL_HEALTH_AND_RECOVERY'] },
];
const EQUALITY = [
  ['SEX', ['FEMALE', 'MALE']], ['DAY_TO_DAY_LIMITED', ['NO', 'NO', 'A_LITTLE', 'A_LOT']], ['RELIGION', ['NONE', 'NONE', 'CHURCH_OF_SCOTLAND', 'ROMAN_CATHOLIC', 'MUSLIM']],
  ['ETHNIC_GROUP', ['WHITE', 'WHITE', 'WHITE', 'WHITE', 'ASIAN', 'AFRICAN', 'MIXED']], ['TRANS', ['NO']], ['SEXUAL_ORIENTATION', ['STRAIGHT', 'STRAIGHT', 'STRAIGHT', 'BISEXUAL', 'GAY_OR_LESBIAN']],
] as const satisfies readonly (readonly [question: string, answers: readonly [string, ...string[]]])[];

/** Who they are: what they are called, how they like to be reached, what they need, and what other systems know them. */
export function peopleStory(drawn: Drawn): PeopleStory {
  const { life, random } = drawn;
  const digital = random.below(4);
  return called(life.knownAs, random.chance(80) ? life.pronouns : null, life.fullName, routesOf(drawn), {
    earlier: random.chance(9) ? [`${life.knownAs} ${random.pick(['Gow', 'Leitch', 'Orr', 'Tait'])}`] : [],
    accessNeeds: random.chance(17) ? random.some(NEEDS, random.between(1, 2)) : [],
    ...(random.chance(55) ? { meets: { ways: random.some(['PHONE', 'IN_PERSON', 'VIDEO', 'GROUP'] as const, random.between(1, 3)), note: random.pick([null, null, 'Mornings are best.', 'After school is best.', 'Not on Fridays.']) } } : {}),
    ...(random.chance(70) ? { online: { device: random.pick(['PHONE', 'PHONE', 'COMPUTER', 'TABLET', 'SHARED', 'NONE']), connection: random.pick(['HOME', 'MOBILE', 'MOBILE', 'PUBLIC', 'NONE']), confidence: (['NOT', 'LITTLE', 'QUITE', 'VERY'] as const)[digital]! } } : {}),
    linked: linksOf(drawn),
    equality: EQUALITY.flatMap(([question, answers]) => maybe(random, 45, () => random.weighed(
      [80, { question, state: 'ANSWERED' as const, answer: random.pick(answers) }],
      [14, { question, state: 'PREFER_NOT_TO_SAY' as const, answer: null }],
      [6, { question, state: 'NOT_ASKED' as const, answer: null }],
    ))),
  });
}

function routesOf({ life, random }: Drawn): Route[] {
  const number = random.below(1000);
  const letters = life.knownAs.toLowerCase();
  const usual = random.weighed<Route>(
    [45, { kind: 'TEXT', value: mobile(number), messageIsSafe: true, agencyMayBeNamed: random.chance(80) }],
    [25, { kind: 'PHONE', value: mobile(number), messageIsSafe: random.chance(70), note: random.pick([null, null, 'After ten in the morning.', 'Not at work.']) }],
    [8, { kind: 'PHONE', value: landline(number) }],
    [18, { kind: 'EMAIL', value: `${letters}.${number}@example.org` }],
    [4, { kind: 'LETTER', value: null, note: 'Through the support worker.', messageIsSafe: false }],
  );
  return [
    usual,
    ...(life.health ? maybe(random, 20, (): Route => ({ agency: 'nhs-fife', kind: 'PHONE', value: mobile(random.below(1000)), messageIsSafe: false, agencyMayBeNamed: false })) : []),
    ...maybe(random, 5, (): Route => ({ agency: 'jobcentre-kirkcaldy', kind: 'NONE', value: null })),
  ];
}

function linksOf({ life, random, on }: Drawn): NonNullable<More['linked']> {
  const linkedOn = on(-random.below(life.since));
  const link = (schemeCode: string, tells: string, reason: string) => maybe(random, 45, () => ({ schemeCode, tells, linkedOn, reason }));
  return [
    ...link('COUNCIL_EMPLOYABILITY', 'SUPPORT_RECEIVED', 'They showed the letter with the number.'),
    ...(life.home === 'COUNCIL' ? link('HOUSING_TENANT', 'WHERE_I_LIVE', 'Name, date of birth and address were the same.') : []),
    ...(life.home === 'NONE' ? link('HOUSING_APPLICANT', 'HOMELESSNESS_HELP', 'The officers spoke, with the person beside them.') : []),
    ...(life.justice ? link('JUSTICE_SOCIAL_WORK', 'JUSTICE_SUPPORT', 'The officers spoke, with the person beside them.') : []),
    ...(life.health ? link('WORK_HEALTH', 'HEALTH_AND_WORK', 'Name and date of birth were the same.') : []),
    ...(life.learning ? link('MY_WORLD_OF_WORK', 'SKILLS', 'They signed in together.') : []),
  ];
}
