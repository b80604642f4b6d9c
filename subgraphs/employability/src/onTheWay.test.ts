import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { ALL, PROVIDER, openEmployability, type OpenEmployability } from './testing/openEmployability.ts';

let open: OpenEmployability;
beforeAll(async () => { open = await openEmployability(); });
afterAll(() => open?.room.close());

const countOf = async (key: string, field: string, more: readonly string[]): Promise<number> =>
  (await open.see<Record<string, readonly object[]>>(key, `${field} { controller }`, { granted: ['ACTION_PLAN', ...more] }))[field]!.length;

describe('what a person says of themselves on the way', () => {
  test('a skill is rated again and again, latest first, agreed and with what it was seen by', async () => {
    const { skillRatings } = await open.see<{ skillRatings: readonly object[] }>('morag', 'skillRatings { skill skillLabel confidence ratedOn agreed evidence controller }', { granted: ['ACTION_PLAN'] });
    expect(skillRatings).toMatchObject([
      { skill: 'COMMUNICATION', skillLabel: 'Making oneself understood', confidence: 'QUITE_CONFIDENT', ratedOn: open.on(-18), agreed: true, evidence: 'Rang four offices herself.' },
      { skill: 'ORGANISATION', confidence: 'VERY_CONFIDENT' },
      { skill: 'COMMUNICATION', confidence: 'LITTLE_CONFIDENT', ratedOn: open.on(-60), evidence: null },
    ]);
  });

  test('company now and then', async () => {
    expect(await open.see('aisha', 'socialContact { askedOn howOften words }', { granted: ['ACTION_PLAN'] })).toEqual({ socialContact: [
      { askedOn: open.on(-20), howOften: 'MOST_DAYS', words: 'Class, café, and the flat is quiet when I want it to be.' },
      { askedOn: open.on(-120), howOften: 'NOW_AND_THEN', words: null },
    ] });
  });

  test('evidence that tells of a sentence, and words that tell of recovery, go with their labels', async () => {
    expect([await countOf('callum', 'skillRatings', []), await countOf('callum', 'skillRatings', ['CONVICTIONS'])]).toEqual([1, 2]);
    expect([await countOf('derek', 'socialContact', []), await countOf('derek', 'socialContact', ['MENTAL_HEALTH_AND_RECOVERY'])]).toEqual([0, 1]);
  });
});

describe('a plan', () => {
  test('puts a goal aside with its reason, and keeps when each was agreed and the work aimed at', async () => {
    expect(await open.see('hamish', 'actionPlan { goals { title agreedOn archivedOn archiveReason soc } }', { granted: ['ACTION_PLAN'] })).toEqual({ actionPlan: { goals: [
      { title: 'A warehouse job with day shifts', agreedOn: null, archivedOn: null, archiveReason: null, soc: null },
      { title: 'Back to the linoleum works', agreedOn: open.on(-100), archivedOn: open.on(-70), archiveReason: 'The works take nobody on.', soc: null },
    ] } });
    expect(await open.see('morag', 'actionPlan { goals { soc steps { agreedOn archivedOn archiveReason } } }', { granted: ['ACTION_PLAN'] })).toMatchObject({
      actionPlan: { goals: [{ soc: '4159', steps: [{ agreedOn: open.on(-60), archivedOn: null, archiveReason: null }, {}] }, {}] },
    });
  });

  const REVIEWS = 'actionPlan { reviewEveryMonths reviews { on held controller } reviewsUnderRules { rule verdict because inForce } }';

  test.each([
    ['morag', 3, [['FSS_MONTHLY', 'MET', 'REVIEWED_IN_TIME'], ['NOLB_QUARTERLY', 'MET', 'REVIEWED_IN_TIME']]],
    ['aisha', 3, [['FSS_MONTHLY', 'NOT_MET', 'REVIEW_OVERDUE'], ['NOLB_QUARTERLY', 'MET', 'REVIEWED_IN_TIME']]],
    ['derek', null, [['FSS_MONTHLY', 'EXEMPT', 'REVIEW_LEFT_OUT'], ['NOLB_QUARTERLY', 'EXEMPT', 'REVIEW_LEFT_OUT']]],
  ] as const)('of %s is looked at every %s months, and each rule says whether that is in time', async (key, months, said) => {
    const { actionPlan } = await open.see<{ actionPlan: { reviewEveryMonths: number; reviewsUnderRules: readonly { rule: string; verdict: string; because: string }[] } }>(key, REVIEWS, { granted: ['ACTION_PLAN'] });
    expect(actionPlan.reviewEveryMonths).toBe(months);
    expect(actionPlan.reviewsUnderRules.map(({ rule, verdict, because }) => [rule, verdict, because])).toEqual(said);
  });
});

describe('what is in place for work', () => {
  const BOTH = 'readiness { kind state } sensitiveReadiness { kind state }';

  test.each([
    [['ACTION_PLAN'], 5, null],
    [['BARRIERS'], null, 0],
    [['BARRIERS', 'WHERE_I_LIVE'], null, 1],
    [['SUPPORT_RECEIVED', 'WORK_SINCE'], null, null],
  ])('with %j shared: %s things that tell nothing, %s that tell more', async (granted, plain, sensitive) => {
    const seen = await open.see<{ readiness: readonly object[] | null; sensitiveReadiness: readonly object[] | null }>('morag', BOTH, { granted });
    expect([seen.readiness?.length ?? null, seen.sensitiveReadiness?.length ?? null]).toEqual([plain, sensitive]);
  });

  test('comes in the list\'s order', async () => {
    expect(await open.see('jean', 'readiness { kind state checkedOn controller }', { own: ['ACTION_PLAN'] }, PROVIDER)).toMatchObject({
      readiness: [{ kind: 'IDENTIFICATION', state: 'IN_PLACE' }, { kind: 'BANK_ACCOUNT' }, { kind: 'PHONE' }, { kind: 'EMAIL', state: 'IN_HAND' }, { kind: 'CV', state: 'MISSING' }],
    });
  });
});

describe('an assessment', () => {
  const ASSESSED = 'assessments { version assessedOn agreed controller answers { domain domainLabel ownWords workersNote } }';
  interface Assessed { readonly assessments: readonly { readonly version: number; readonly answers: readonly { readonly domain: string }[] }[] | null }

  test('is a version, latest first, and the older one stays as it was', async () => {
    const { assessments } = await open.see<Assessed>('morag', ASSESSED, { granted: ['BARRIERS', 'CONDITIONS', 'HEALTH_APPOINTMENTS'] });
    expect(assessments!.map(({ version, answers }) => [version, answers.map(({ domain }) => domain)])).toEqual([[2, ['CONFIDENCE', 'HEALTH', 'TRAVEL']], [1, ['CONFIDENCE']]]);
    expect(assessments![1]).toEqual({
      version: 1, assessedOn: open.on(-60), agreed: true, controller: 'fife-pathways',
      answers: [{ domain: 'CONFIDENCE', domainLabel: 'Confidence and being among others', ownWords: 'I have been out of it too long.', workersNote: 'Underrates herself.' }],
    });
  });

  test.each([
    [['BARRIERS'], ['CONFIDENCE', 'TRAVEL']],
    [['BARRIERS', 'CONDITIONS'], ['CONFIDENCE', 'TRAVEL']],
    [['BARRIERS', 'CONDITIONS', 'HEALTH_APPOINTMENTS'], ['CONFIDENCE', 'HEALTH', 'TRAVEL']],
    [['ACTION_PLAN', 'CONDITIONS'], undefined],
  ])('with %j shared tells of %j', async (granted, domains) => {
    const { assessments } = await open.see<Assessed>('morag', ASSESSED, { granted });
    expect(assessments?.[0]!.answers.map(({ domain }) => domain)).toEqual(domains);
  });
});

test('a barrier tells who said so, when, and whether evidence was seen', async () => {
  expect(await open.see('morag', 'barriers { code saidBy saidOn evidenceSeen }', { granted: ['BARRIERS', 'CONDITIONS'] })).toEqual({ barriers: [
    { code: 'CARER', saidBy: 'PERSON', saidOn: open.on(-75), evidenceSeen: false },
    { code: 'PHYSICAL_ILLNESS', saidBy: 'WORKER', saidOn: open.on(-60), evidenceSeen: true },
    { code: 'POOR_ACCESS', saidBy: 'PERSON', saidOn: open.on(-75), evidenceSeen: false },
  ] });
});

describe('an outcome', () => {
  const OUTCOMES = 'outcomes { title hoursAWeek contract payPence payPer payBand checks { weeks dueOn askedOn answer hoursAWeek words } underRules { rule verdict because inForce leavesOut } }';
  interface Judged { readonly outcomes: readonly { readonly title: string; readonly underRules: readonly { readonly rule: string; readonly verdict: string; readonly because: string; readonly inForce: boolean; readonly leavesOut: string }[] }[] }

  test('has hours, contract and pay as told, and what was answered weeks later', async () => {
    const { outcomes } = await open.see<Judged>('aisha', OUTCOMES, { granted: ['WORK_SINCE'] });
    expect(outcomes[0]).toMatchObject({
      title: 'Café assistant', hoursAWeek: 12, contract: 'PERMANENT', payPence: 1150, payPer: 'HOUR', payBand: 'MINIMUM_WAGE',
      checks: [
        { weeks: 4, dueOn: open.on(-42), askedOn: open.on(-41), answer: 'STILL_THERE', hoursAWeek: 12, words: 'They gave me the Sundays.' },
        { weeks: 13, dueOn: open.on(21), askedOn: null, answer: null, hoursAWeek: null, words: null },
      ],
    });
  });

  test('the 16-hour rule leaves Aisha out twice, and the newer one counts both her steps', async () => {
    const { outcomes } = await open.see<Judged>('aisha', OUTCOMES, { granted: ['WORK_SINCE'] });
    expect(outcomes.map(({ title, underRules }) => [title, ...underRules.map(({ rule, verdict, because }) => [rule, verdict, because])])).toEqual([
      ['Café assistant', ['FSS_JOB_13_WEEKS', 'NOT_MET', 'TOO_FEW_HOURS'], ['FSS_JOB_16_HOURS', 'NOT_MET', 'TOO_FEW_HOURS'], ['NOLB_ANY_STEP', 'MET', 'COUNTS']],
      ['NC Early Education and Childcare', ['FSS_JOB_13_WEEKS', 'NOT_MET', 'EDUCATION_NOT_COUNTED'], ['FSS_JOB_16_HOURS', 'NOT_MET', 'EDUCATION_NOT_COUNTED'], ['NOLB_ANY_STEP', 'MET', 'COUNTS']],
    ]);
    for (const { inForce, leavesOut } of outcomes.flatMap(({ underRules }) => underRules)) expect([inForce, leavesOut]).toEqual([true, expect.stringMatching(/\w{4}/)]);
  });
});

type Timelines = Readonly<Record<string, readonly { readonly on: string; readonly kind: string; readonly by: string | null }[] | null>>;

const kindsOfCallum = async (fields: string, ...more: readonly string[]): Promise<string[]> =>
  (await open.see<Timelines>('callum', fields, { granted: ['SUPPORT_RECEIVED', ...more] })).supportReceivedTimeline!.map(({ kind }) => kind);

const countIn = ({ workSinceTimeline }: Timelines, kind: string): number => workSinceTimeline!.filter((event) => event.kind === kind).length;

describe('what happened', () => {
  const TIMELINES = ALL.map((category) => ({ category, field: `${category.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())}Timeline` }));
  const EVERY = TIMELINES.map(({ field }) => `${field} { id on kind title by controller }`).join(' ');

  test.each(TIMELINES)('$field shows with $category and with nothing else', async ({ category, field }) => {
    const seen = await open.see<Timelines>('morag', EVERY, { granted: [category] });
    expect(Object.entries(seen).filter(([, events]) => events !== null).map(([name]) => name)).toEqual([field]);
    const events = seen[field]!;
    expect(events.length).toBeGreaterThan(0);
    expect(events.map(({ on }) => on)).toEqual(events.map(({ on }) => on).toSorted().toReversed());
  });

  test('an event is told by a role and not by a name, and stands under its own category alone', async () => {
    const seen = await open.see<Timelines>('morag', EVERY, { granted: ALL });
    expect(Object.values(seen).map((events) => events!.map(({ kind }) => kind))).toEqual([
      ['PLAN_REVIEWED', 'PLAN_AGREED'], ['STAGE_REACHED', 'SUPPORT_BEGAN'], ['ASSESSED'], ['OUTCOME'],
    ]);
    expect(new Set(Object.values(seen).flatMap((events) => events!.map(({ by }) => by)))).toEqual(new Set(['Key worker']));
  });

  test('an event that tells more is not there without it', async () => {
    expect([await kindsOfCallum(EVERY), await kindsOfCallum(EVERY, 'CONVICTIONS'), await kindsOfCallum(EVERY, 'CONVICTIONS', 'JUSTICE_SUPPORT')]).toEqual([['SUPPORT_BEGAN'], ['SUPPORT_BEGAN'], ['SUPPORT_BEGAN', 'REFERRED']]);
  });

  test('the latest two hundred come, of each person', async () => {
    const db = new Client({ connectionString: open.room.databaseUrl });
    await db.connect();
    await db.query(`INSERT INTO "TimelineEvent" SELECT gen_random_uuid(), person, 'fife-pathways', 'WORK_SINCE', date '2001-01-01' + n, 'OLD', 'Long ago.', NULL, '{}' FROM generate_series(1, 150) n, unnest($1::text[]) person`, [[open.idOf('tam'), open.idOf('mairi')]]);
    await db.query(`INSERT INTO "TimelineEvent" SELECT gen_random_uuid(), $1, 'fife-pathways', 'WORK_SINCE', date '2010-01-01' + n, 'NEW', 'Later.', NULL, '{}' FROM generate_series(1, 150) n`, [open.idOf('tam')]);
    await db.end();
    const people = Object.fromEntries(['tam', 'mairi'].map((key) => [open.idOf(key), { granted: ['WORK_SINCE'] }]));
    const [tam, mairi] = await open.room.entities('workSinceTimeline { kind }', people) as unknown as [Timelines, Timelines];
    expect([countIn(tam, 'NEW'), countIn(tam, 'OLD'), countIn(mairi, 'OLD')]).toEqual([150, 50, 150]);
  });
});
