import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personaNamed } from '@thegither/synthetic';
import type { ClaimedCaller, PersonId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { ISLA, entityQuestion, openRoom, type RoomUnderTest, type Shares } from '@thegither/subgraph/testing';
import { countQueries } from '@thegither/subgraph/testing';
import { seedEmployability } from '../prisma/seed.ts';
import { createEmployability } from './employability.ts';

const PROVIDER: ClaimedCaller = { kind: 'worker', worker: 'somebody', agency: 'fife-pathways', roles: ['KEY_WORKER'] };
const ALL = ['ACTION_PLAN', 'SUPPORT_RECEIVED', 'BARRIERS', 'WORK_SINCE'];
const migrations = new URL('../prisma/migrations', import.meta.url);
const TODAY = '2026-11-22';

let room: RoomUnderTest;
const idOf = (key: string): PersonId => room.idOf(personaNamed(key)!.spine);

beforeAll(async () => {
  room = await openRoom('employability', createEmployability, { migrations, seed: (url, id) => seedEmployability(url, id, TODAY) });
});
afterAll(() => room?.close());

const PLAN = 'actionPlan { agreedOn reviewOn controller goals { title targetOn steps { title owner status targetOn } } }';
const REST = 'participations { programme startedOn endedOn endReason stage stageLabel controller } barriers { code label saidBy note controller } outcomes { kind title startedOn hoursAWeek controller }';

interface Seen {
  readonly actionPlan: { readonly controller: string; readonly goals: readonly { readonly title: string; readonly steps: readonly { readonly title: string }[] }[] } | null;
  readonly participations: readonly { readonly endReason: string | null }[] | null;
  readonly barriers: readonly { readonly code: string }[] | null;
  readonly outcomes: readonly unknown[] | null;
}

/** What employability says of one person who shares this with the caller. */
const seen = async (key: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<Seen> =>
  (await room.entities(`${PLAN} ${REST}`, { [idOf(key)]: shares }, { caller }))[0] as unknown as Seen;

const stepsOf = ({ actionPlan }: Seen): string[] => (actionPlan?.goals ?? []).flatMap(({ steps }) => steps.map(({ title }) => title));

describe('a person by representation', () => {
  test('a plan comes with its goals and their steps, in the order in which they were agreed', async () => {
    const { actionPlan } = await seen('morag', { granted: [...ALL, 'CONDITIONS'] });
    expect(actionPlan).toEqual({
      agreedOn: '2026-09-23', reviewOn: '2026-12-22', controller: 'fife-pathways',
      goals: [
        {
          title: 'A part-time office job close to the school', targetOn: '2027-02-20',
          steps: [
            { title: 'Write a CV', owner: 'PERSON', status: 'MET', targetOn: '2026-11-02' },
            { title: 'Ask three offices about hours in school time', owner: 'WORKER', status: 'IN_PROGRESS', targetOn: '2026-12-06' },
            { title: 'Fit the job search around treatment for the back', owner: 'PERSON', status: 'NOT_STARTED', targetOn: '2026-12-22' },
          ],
        },
        {
          title: 'Feel sure of myself with spreadsheets', targetOn: '2027-01-21',
          steps: [{ title: 'Evening course at the library', owner: 'PERSON', status: 'IN_PROGRESS', targetOn: '2027-01-06' }],
        },
      ],
    });
  });

  test('spells of support come latest first, with their stage in words', async () => {
    expect(await seen('morag', { granted: ALL })).toMatchObject({
      participations: [
        { programme: 'NOLB', endedOn: null, stage: 3, stageLabel: 'Vocational activity' },
        { programme: 'FAIR_START_SCOTLAND', startedOn: '2024-06-05', stage: 2, stageLabel: 'Removing barriers' },
      ],
    });
  });

  test('outcomes come latest first, with hours as the person told them', async () => {
    expect(await seen('aisha', { granted: ALL })).toMatchObject({
      outcomes: [{ kind: 'JOB', title: 'Café assistant', hoursAWeek: 12 }, { kind: 'FURTHER_EDUCATION', hoursAWeek: 16 }],
    });
  });

  test('a barrier comes with its words and who said it', async () => {
    expect(await seen('aisha', { granted: ALL })).toMatchObject({ barriers: [{ code: 'LOOKED_AFTER', label: 'Experience of care', saidBy: 'PERSON' }, { code: 'NO_WORK_EXPERIENCE' }] });
  });

  test('shared and nothing there is empty; not shared is nothing, record or not', async () => {
    expect(await seen('fiona', { granted: ALL })).toEqual({ actionPlan: null, participations: [], barriers: [], outcomes: [] });
    const nothing = { actionPlan: null, participations: null, barriers: null, outcomes: null };
    expect([await seen('morag', {}), await seen('fiona', {})]).toEqual([nothing, nothing]);
  });

  test('somebody who is not in the decision is nothing', async () => {
    const [unknown] = await room.entities(PLAN, {}, entityQuestion(PLAN, [idOf('morag')]));
    expect(unknown).toEqual({ actionPlan: null });
  });
});

describe('each field needs its category', () => {
  const fields = [['actionPlan', 'ACTION_PLAN'], ['participations', 'SUPPORT_RECEIVED'], ['barriers', 'BARRIERS'], ['outcomes', 'WORK_SINCE']] as const;
  const table = fields.flatMap(([field, needed]) => [...ALL, 'CONVICTIONS', 'MY_SHARING'].map((shared) => ({ field, shared, shown: shared === needed })));

  test.each(table)('$field with $shared: shown is $shown', async ({ field, shared, shown }) => {
    for (const shares of [{ granted: [shared] }, { own: [shared] }]) expect((await seen('aisha', shares, PROVIDER))[field] !== null).toBe(shown);
  });
});

describe('rows of a controller', () => {
  test.each([
    ['the provider reads its own rows without a grant', { own: ALL }, PROVIDER, true],
    ['Fife Works holds nothing, so its own rows are none', { own: ALL }, ISLA, false],
    ['a grant for any controller shows the provider\'s', { granted: ALL }, ISLA, true],
    ['a grant for another controller does not', { granted: ALL, sources: Object.fromEntries(ALL.map((name) => [name, ['fife-housing']])) }, ISLA, false],
  ] as const)('%s', async (_what, shares, caller, shown) => {
    const { actionPlan, participations, barriers, outcomes } = await seen('aisha', shares, caller);
    expect([actionPlan !== null, ...[participations, barriers, outcomes].map((rows) => rows!.length > 0)]).toEqual([shown, shown, shown, shown]);
  });
});

describe('free text is there only for who may see what it tells', () => {
  const BACK = 'Fit the job search around treatment for the back';

  test.each([
    [['BARRIERS'], ['CARER', 'POOR_ACCESS']],
    [['BARRIERS', 'CONVICTIONS', 'HEALTH_AND_WORK'], ['CARER', 'POOR_ACCESS']],
    [['BARRIERS', 'CONDITIONS'], ['CARER', 'PHYSICAL_ILLNESS', 'POOR_ACCESS']],
    [['CONDITIONS'], undefined],
  ])('Morag\'s barriers with %j: %j', async (granted, codes) => {
    expect((await seen('morag', { granted })).barriers?.map(({ code }) => code)).toEqual(codes);
  });

  test('a step that tells of a condition goes with it', async () => {
    expect(stepsOf(await seen('morag', { granted: ['ACTION_PLAN'] }))).not.toContain(BACK);
    expect(stepsOf(await seen('morag', { granted: ['ACTION_PLAN', 'CONDITIONS'] }))).toContain(BACK);
  });

  test('two labels are both needed', async () => {
    const letter = 'Write a disclosure letter with the social worker';
    for (const [more, shown] of [[['CONVICTIONS'], false], [['JUSTICE_SUPPORT'], false], [['CONVICTIONS', 'JUSTICE_SUPPORT'], true]] as const) {
      expect(stepsOf(await seen('callum', { granted: ['ACTION_PLAN', ...more] })).includes(letter)).toBe(shown);
    }
  });

  test('a spell that ended with a sentence is not there without CONVICTIONS', async () => {
    expect(await seen('callum', { granted: ['SUPPORT_RECEIVED'] })).toMatchObject({ participations: [{ endReason: null }] });
    expect(await seen('callum', { granted: ['SUPPORT_RECEIVED', 'CONVICTIONS'] }))
      .toMatchObject({ participations: [{ endReason: null }, { endReason: 'Sentenced; the place could not be kept.' }] });
  });

  test('a label opens with the rows of its own controller alone', async () => {
    const own = { own: ['ACTION_PLAN'], granted: ['CONDITIONS'], sources: { CONDITIONS: ['nhs-fife'] } };
    expect(stepsOf(await seen('morag', own, PROVIDER))).not.toContain(BACK);
    expect(stepsOf(await seen('morag', { own: ['ACTION_PLAN', 'CONDITIONS'] }, PROVIDER))).toContain(BACK);
  });

  test.each(['barriers { labels }', 'barriers { person }', 'actionPlan { id }', 'participations { stageNumber }'])('%s is in no answer', async (field) => {
    expect(await room.ask({ ...entityQuestion(field, [idOf('morag')]), people: { [idOf('morag')]: { granted: ALL } } }))
      .toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_OPERATION' } }] });
  });
});

describe('a room of its own', () => {
  let other: RoomUnderTest;
  beforeAll(async () => {
    other = await openRoom('employability', createEmployability, { migrations, seed: (url, id) => seedEmployability(url, id, TODAY) });
  });
  afterAll(() => other?.close());

  test('goals and steps of many people are one query each', async () => {
    const counts = await Promise.all(['ActionPlan', 'Goal', 'Step'].map((table) => countQueries(other.databaseUrl, table)));
    const people = ['morag', 'callum', 'aisha', 'derek', 'mairi', 'tam', 'jean', 'hamish'].map((key) => other.idOf(personaNamed(key)!.spine));
    // two who share more than the others: still one query
    const shares = people.map((id, place) => [id, { granted: place < 2 ? [...ALL, 'CONDITIONS'] : ALL }] as const);
    const rows = (await other.entities(PLAN, Object.fromEntries(shares))) as unknown as Seen[];
    expect(rows.map(({ actionPlan }) => actionPlan?.goals.length)).toEqual([2, 1, 1, 1, 1, 1, 1, 2]);
    expect(await Promise.all(counts.map(({ count }) => count()))).toEqual([1, 1, 1]);
    await other.entities(PLAN, Object.fromEntries(people.map((id) => [id, { granted: ['WORK_SINCE'] }])));
    expect(await Promise.all(counts.map(({ count }) => count()))).toEqual([1, 1, 1]);
    await Promise.all(counts.map(({ close }) => close()));
  });

  test('writing the demo people again changes nothing', async () => {
    const again = (await room.entities(PLAN, { [idOf('jean')]: { granted: ALL } }))[0];
    await seedEmployability(room.databaseUrl, (spine) => room.idOf(spine), TODAY);
    expect((await room.entities(PLAN, { [idOf('jean')]: { granted: ALL } }))[0]).toEqual(again);
  });
});

describe('several plans of one person', () => {
  beforeAll(async () => {
    const db = new Client({ connectionString: room.databaseUrl });
    await db.connect();
    for (const [agreedOn, controller] of [['2026-01-01', 'fife-pathways'], ['2026-11-01', 'clydeside-works']]) {
      await db.query(
        `WITH plan AS (INSERT INTO "ActionPlan" (id, person, controller, "agreedOn") VALUES (gen_random_uuid(), $1, $2, $3) RETURNING *)
         INSERT INTO "Goal" (id, "planId", person, controller, position, title, labels) SELECT gen_random_uuid(), id, person, controller, 0, 'Another goal', '{}' FROM plan`,
        [idOf('mairi'), controller, agreedOn],
      );
    }
    await db.end();
  });

  test.each([
    ['the latest of any agency', { granted: ALL }, ISLA, 'clydeside-works', 'Another goal'],
    ['the latest of the provider\'s own', { own: ALL }, PROVIDER, 'fife-pathways', 'Go back to hairdressing two days a week'],
    ['the latest of those that the grant names', { granted: ALL, sources: { ACTION_PLAN: ['fife-pathways'] } }, ISLA, 'fife-pathways', 'Go back to hairdressing two days a week'],
  ] as const)('%s is shown, with its own goals alone', async (_which, shares, caller, controller, title) => {
    const { actionPlan } = await seen('mairi', shares, caller);
    expect(actionPlan).toMatchObject({ controller, goals: [{ title }] });
  });
});

describe('the tables refuse', () => {
  let db: Client;
  beforeAll(async () => {
    db = new Client({ connectionString: room.databaseUrl });
    await db.connect();
  });
  afterAll(() => db?.end());

  test.each([
    ['a goal of another person than its plan', `INSERT INTO "Goal" (id, "planId", person, controller, position, title, labels) SELECT gen_random_uuid(), id, 'somebody else', controller, 0, '', '{}' FROM "ActionPlan" LIMIT 1`, /Goal_planId_person_controller_fkey/],
    ['a step of another controller than its goal', `INSERT INTO "Step" (id, "goalId", person, controller, position, title, owner, status, labels) SELECT gen_random_uuid(), id, person, 'another agency', 0, '', 'PERSON', 'MET', '{}' FROM "Goal" LIMIT 1`, /Step_goalId_person_controller_fkey/],
    ['a note without labels', `UPDATE "Barrier" SET "labels" = NULL`, /Barrier_labels_said/],
    ['a barrier that there are no words for', `UPDATE "Barrier" SET "code" = 'UNHEARD_OF'`, /Barrier_code_fkey/],
    ['a stage of another person than its spell', `INSERT INTO "StageReached" SELECT gen_random_uuid(), id, 'somebody else', controller, 1, "startedOn", 0 FROM "Participation" LIMIT 1`, /StageReached_participationId_person_controller_fkey/],
    ['a phase of another agency than its spell', `INSERT INTO "ParticipationPhase" SELECT gen_random_uuid(), id, person, 'another agency', 'IN_WORK', "startedOn", NULL FROM "Participation" LIMIT 1`, /ParticipationPhase_participationId_person_controller_fkey/],
    ['an answer of another person than its assessment', `INSERT INTO "AssessmentAnswer" SELECT gen_random_uuid(), id, 'somebody else', controller, 'HOME', NULL, NULL, '{}' FROM "NeedsAssessment" LIMIT 1`, /AssessmentAnswer_assessmentId_person_controller_fkey/],
    ['a check of another person than its outcome', `INSERT INTO "OutcomeCheck" (id, "outcomeId", person, controller, weeks, "dueOn", labels) SELECT gen_random_uuid(), id, 'somebody else', controller, 4, "startedOn", '{}' FROM "Outcome" LIMIT 1`, /OutcomeCheck_outcomeId_person_controller_fkey/],
    ['one version of an assessment twice', `INSERT INTO "NeedsAssessment" SELECT gen_random_uuid(), person, controller, version, "assessedOn", agreed FROM "NeedsAssessment"`, /NeedsAssessment_person_controller_version_key/],
    ['pay without the time that it is for', `UPDATE "Outcome" SET "payPence" = 1200, "payPer" = NULL`, /Outcome_pay_said_whole/],
    ['support that ends before it began', `UPDATE "Participation" SET "endedOn" = "startedOn" - 1`, /Participation_ends_after/],
    ['an event of another room\'s category', `UPDATE "TimelineEvent" SET category = 'CONVICTIONS'`, /TimelineEvent_category_known/],
    ['an occupation that is no unit group', `UPDATE "Goal" SET soc = '41'`, /Goal_soc_four_digits/],
    ['more hours than a week has', `UPDATE "Outcome" SET "hoursAWeek" = 169`, /Outcome_hoursAWeek_possible/],
  ])('%s', async (_what, sql, constraint) => {
    await expect(db.query(sql)).rejects.toThrow(constraint);
  });
});
