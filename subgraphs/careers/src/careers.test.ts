import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personaNamed } from '@thegither/synthetic';
import type { ClaimedCaller, PersonId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { ISLA, entityQuestion, openRoom, type RoomUnderTest, type Shares } from '@thegither/subgraph/testing';
import { seedCareers } from '../prisma/seed.ts';
import { createCareers } from './careers.ts';

const CATRIONA: ClaimedCaller = { kind: 'worker', worker: 'catriona', agency: 'my-world-careers', roles: ['CAREERS_ADVISER'] };
const ALL = ['SKILLS', 'CAREER_PLANS', 'WORK_HISTORY'];

let room: RoomUnderTest;
let db: Client;
const idOf = (key: string): PersonId => room.idOf(personaNamed(key)!.spine);

beforeAll(async () => {
  const migrations = new URL('../prisma/migrations', import.meta.url);
  room = await openRoom('careers', createCareers, { migrations, seed: (url, id) => seedCareers(url, id, '2026-11-22') });
  db = new Client({ connectionString: room.databaseUrl });
  await db.connect();
});
afterAll(async () => {
  await db?.end();
  await room?.close();
});

const FIELDS = `
  skills { name esco controller } qualifications { title scqfLevel awardedOn controller }
  careerPlans { title sector interests controller } workHistory { title employer soc startedOn endedOn controller }
`;

interface Seen {
  readonly skills: readonly { readonly name: string }[] | null;
  readonly qualifications: readonly unknown[] | null;
  readonly careerPlans: readonly { readonly title: string }[] | null;
  readonly workHistory: readonly unknown[] | null;
}

/** What careers says of one person who shares this with the caller. */
const seen = async (key: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<Seen> =>
  (await room.entities(FIELDS, { [idOf(key)]: shares }, { caller }))[0] as unknown as Seen;

describe('a person by representation', () => {
  test('skills come by name, qualifications with what is still worked on first', async () => {
    expect(await seen('aisha', { granted: ['SKILLS'] })).toEqual({
      skills: [
        { name: 'Looking after young children', esco: null, controller: 'my-world-careers' },
        { name: 'Serving customers', esco: null, controller: 'my-world-careers' },
      ],
      qualifications: [
        { title: 'NC Early Education and Childcare', scqfLevel: 6, awardedOn: null, controller: 'my-world-careers' },
        { title: 'National 5 English', scqfLevel: 5, awardedOn: '2024-02-26', controller: 'my-world-careers' },
      ],
      careerPlans: null, workHistory: null,
    });
  });

  test('plans come with interests, jobs latest first', async () => {
    expect(await seen('morag', { granted: ['CAREER_PLANS', 'WORK_HISTORY'] })).toMatchObject({
      skills: null,
      careerPlans: [{ title: 'Office administrator, later a school secretary', sector: 'Administration', interests: ['books', 'walking'] }],
      workHistory: [{ title: 'Call handler', soc: '7211' }, { title: 'Shop assistant', soc: '7111' }],
    });
  });

  test('shared and nothing there is an empty list; not shared is nothing, record or not', async () => {
    expect(await seen('jean', { granted: ALL })).toEqual({ skills: [], qualifications: [], careerPlans: [], workHistory: [] });
    const nothing = { skills: null, qualifications: null, careerPlans: null, workHistory: null };
    expect([await seen('aisha', {}), await seen('jean', {})]).toEqual([nothing, nothing]);
  });
});

describe('each field needs its category', () => {
  const fields = [['skills', 'SKILLS'], ['qualifications', 'SKILLS'], ['careerPlans', 'CAREER_PLANS'], ['workHistory', 'WORK_HISTORY']] as const;
  const table = fields.flatMap(([field, needed]) => [...ALL, 'WORK_SINCE', 'ACTION_PLAN'].map((shared) => ({ field, shared, shown: shared === needed })));

  test.each(table)('$field with $shared: shown is $shown', async ({ field, shared, shown }) => {
    for (const shares of [{ granted: [shared] }, { own: [shared] }]) expect((await seen('aisha', shares, CATRIONA))[field] !== null).toBe(shown);
  });
});

describe('rows of a controller', () => {
  test.each([
    ['My World Careers reads its own rows without a grant', { own: ALL }, CATRIONA, true],
    ['Fife Works has none of its own', { own: ALL }, ISLA, false],
    ['a grant for another controller shows nothing', { granted: ALL, sources: Object.fromEntries(ALL.map((name) => [name, ['fife-works']])) }, ISLA, false],
  ] as const)('%s', async (_what, shares, caller, shown) => {
    const { skills, qualifications, careerPlans, workHistory } = await seen('aisha', shares, caller);
    expect([skills, qualifications, careerPlans, workHistory].map((rows) => rows!.length > 0)).toEqual([shown, shown, shown, shown]);
  });
});

describe('free text is there only for who may see what it tells', () => {
  beforeAll(async () => {
    await db.query(
      `INSERT INTO "CareerPlan" VALUES (gen_random_uuid(), $1, 'my-world-careers', 'Peer mentor after recovery', NULL, '{}', '{MENTAL_HEALTH_AND_RECOVERY}')`,
      [idOf('mairi')],
    );
    await db.query(
      `INSERT INTO "Skill" VALUES (gen_random_uuid(), $1, 'my-world-careers', 'A skill with a label nobody knows', NULL, '{NO_SUCH_CATEGORY}')`,
      [idOf('mairi')],
    );
  });

  test.each([
    [ALL, []],
    [[...ALL, 'CONDITIONS'], []],
    [[...ALL, 'MENTAL_HEALTH_AND_RECOVERY'], ['Peer mentor after recovery']],
  ])('plans with %j: %j', async (granted, titles) => {
    expect((await seen('mairi', { granted })).careerPlans?.map(({ title }) => title)).toEqual(titles);
  });

  test('a label that the register does not know opens to nobody', async () => {
    expect((await seen('mairi', { granted: [...ALL, 'MENTAL_HEALTH_AND_RECOVERY'] })).skills).toEqual([]);
  });

  test.each(['skills { labels }', 'workHistory { id }', 'careerPlans { person }'])('%s is in no answer', async (field) => {
    expect(await room.ask({ ...entityQuestion(field, [idOf('aisha')]), people: { [idOf('aisha')]: { granted: ALL } } }))
      .toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_OPERATION' } }] });
  });
});

describe('the tables refuse', () => {
  test.each([
    ['a level that the framework does not have', `UPDATE "Qualification" SET "scqfLevel" = 13`, /Qualification_scqfLevel_exists/],
    ['an occupation that is not four digits', `UPDATE "WorkHistory" SET "soc" = '72'`, /WorkHistory_soc_written/],
    ['a plan without labels', `UPDATE "CareerPlan" SET "labels" = NULL`, /CareerPlan_labels_said/],
  ])('%s', async (_what, sql, constraint) => {
    await expect(db.query(sql)).rejects.toThrow(constraint);
  });
});
