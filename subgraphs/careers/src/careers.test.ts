import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CANDIDATE_NUMBER, personaNamed } from '@thegither/synthetic';
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
  careerProfiles { about strengths updatedOn } skills { name esco controller } qualifications { title awardedBy scqfLevel scqfLabel awardedOn controller } skillsTimeline { title }
  careerPlans { title sector interests soc occupation pathway { sector entryLevel } targetOn controller } courseApplications { course scqfLevel state } careerPlansTimeline { title }
  workHistory { title employer soc occupation startedOn endedOn controller } learningHistory { kind title completed } cvs { title soc occupation entries { title soc occupation } }
  workHistoryTimeline { title }
`;

/** Each field with the category that opens it. */
const NEEDS = {
  careerProfiles: 'SKILLS', skills: 'SKILLS', qualifications: 'SKILLS', skillsTimeline: 'SKILLS',
  careerPlans: 'CAREER_PLANS', courseApplications: 'CAREER_PLANS', careerPlansTimeline: 'CAREER_PLANS',
  workHistory: 'WORK_HISTORY', learningHistory: 'WORK_HISTORY', cvs: 'WORK_HISTORY', workHistoryTimeline: 'WORK_HISTORY',
} as const;

type Field = keyof typeof NEEDS;
type Seen = Readonly<Record<Field, readonly Readonly<Record<string, unknown>>[] | null>>;

const everyField = (value: unknown): Record<string, unknown> => Object.fromEntries(Object.keys(NEEDS).map((field) => [field, value]));

/** What careers says of one person who shares this with the caller. */
const seen = async (key: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<Seen> =>
  (await room.entities(FIELDS, { [idOf(key)]: shares }, { caller }))[0] as unknown as Seen;

describe('a person by representation', () => {
  test('skills come by name, qualifications with what is still worked on first', async () => {
    expect(await seen('aisha', { granted: ['SKILLS'] })).toEqual({
      ...everyField(null),
      careerProfiles: [{ about: 'I notice what small children need.', strengths: ['patience', 'drawing'], updatedOn: '2026-09-23' }],
      skillsTimeline: [],
      skills: [
        { name: 'Looking after young children', esco: null, controller: 'my-world-careers' },
        { name: 'Serving customers', esco: null, controller: 'my-world-careers' },
      ],
      qualifications: [
        { title: 'NC Early Education and Childcare', awardedBy: 'Scottish Qualifications Authority', scqfLevel: 6, scqfLabel: 'Higher', awardedOn: null, controller: 'my-world-careers' },
        { title: 'National 5 English', awardedBy: 'Scottish Qualifications Authority', scqfLevel: 5, scqfLabel: 'National 5', awardedOn: '2024-02-26', controller: 'my-world-careers' },
      ],
    });
  });

  test('plans come with interests, jobs latest first', async () => {
    expect(await seen('morag', { granted: ['CAREER_PLANS', 'WORK_HISTORY'] })).toMatchObject({
      skills: null,
      careerPlans: [{
        title: 'Office administrator, later a school secretary', sector: 'Administration', interests: ['books', 'walking'], soc: '4213', occupation: 'School secretaries',
        pathway: { sector: 'Administration', entryLevel: 5 },
      }],
      courseApplications: [{ course: 'Medical and school office skills', scqfLevel: 6, state: 'OFFERED' }],
      workHistory: [{ title: 'Call handler', soc: '7211', occupation: 'Call and contact centre occupations' }, { title: 'Shop assistant', soc: '7111', occupation: 'Sales and retail assistants' }],
      learningHistory: [{ kind: 'SCHOOL', title: 'Highers', completed: true }],
    });
  });

  test('shared and nothing there is an empty list; not shared is nothing, record or not', async () => {
    expect(await seen('jean', { granted: ALL })).toEqual(everyField([]));
    const nothing = everyField(null);
    expect([await seen('aisha', {}), await seen('jean', {})]).toEqual([nothing, nothing]);
  });
});

describe('each field needs its category', () => {
  const table = (Object.entries(NEEDS) as [Field, string][]).flatMap(([field, needed]) => [...ALL, 'WORK_SINCE', 'ACTION_PLAN'].map((shared) => ({ field, shared, shown: shared === needed })));

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
    const { skillsTimeline: _none, ...rows } = await seen('aisha', shares, caller);
    expect(Object.values(rows).map((each) => each!.length > 0)).toEqual(Object.values(rows).map(() => shown));
  });
});

describe('free text is there only for who may see what it tells', () => {
  beforeAll(async () => {
    await db.query(
      `INSERT INTO "CareerPlan" (id, person, controller, title, labels) VALUES (gen_random_uuid(), $1, 'my-world-careers', 'Peer mentor after recovery', '{MENTAL_HEALTH_AND_RECOVERY}')`,
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
    ['a level that the framework does not have', `UPDATE "Qualification" SET "scqfLevel" = 13`, /Qualification_scqfLevel_fkey/],
    ['a thirteenth level', `INSERT INTO "ScqfLevel" VALUES (13, 'x', 'x', DATE '2026-01-01')`, /ScqfLevel_level_exists/],
    ['an occupation that is not four digits', `UPDATE "WorkHistory" SET "soc" = '72'`, /WorkHistory_soc_fkey/],
    ['an occupation that the classification does not have', `UPDATE "CareerPlan" SET "soc" = '9999'`, /CareerPlan_soc_fkey/],
    ['an entry of a CV with one', `UPDATE "CvEntry" SET "soc" = '0000'`, /CvEntry_soc_fkey/],
    ['a skill at an address outside ESCO', `UPDATE "Skill" SET "esco" = 'http://elsewhere.test/skill/1'`, /Skill_esco_written/],
    ['an entry of another person\'s CV', `UPDATE "CvEntry" SET "person" = 'somebody else'`, /CvEntry_cvId_person_controller_fkey/],
    ['a candidate number that is not nine digits', `UPDATE "apart"."CandidateNumber" SET "candidateNumber" = '12345678'`, /CandidateNumber_written/],
    ['an event of another room', `UPDATE "TimelineEvent" SET "category" = 'CONVICTIONS'`, /TimelineEvent_category_ours/],
    ['a plan without labels', `UPDATE "CareerPlan" SET "labels" = NULL`, /CareerPlan_labels_said/],
  ])('%s', async (_what, sql, constraint) => {
    await expect(db.query(sql)).rejects.toThrow(constraint);
  });
});

const entriesWith = async (granted: readonly string[]): Promise<unknown> => (await seen('morag', { granted })).cvs!.map((cv) => cv.entries);

describe('a CV', () => {
  test.each([
    [['WORK_HISTORY'], ['Call handler in an insurance office']],
    [['WORK_HISTORY', 'CONDITIONS'], ['Call handler in an insurance office', 'School library, Thursdays']],
  ])('with %j shows %j: an entry whose words tell more needs more', async (granted, titles) => {
    expect(await entriesWith(granted)).toMatchObject([titles.map((title) => ({ title }))]);
  });

  test('keeps the entries of two CVs apart, and in the order in which they were written', async () => {
    const [cv] = (await db.query<{ id: string }>(`INSERT INTO "Cv" VALUES (gen_random_uuid(), $1, 'my-world-careers', 'Another', NULL, DATE '2020-01-01', '{}') RETURNING id`, [idOf('aisha')])).rows;
    for (const [position, title] of ['first', 'second'].entries()) {
      await db.query(`INSERT INTO "CvEntry" VALUES (gen_random_uuid(), $1, $2, 'my-world-careers', $3, 'SKILL', $4, NULL, NULL, '{}')`, [cv!.id, idOf('aisha'), position, title]);
    }
    expect((await seen('aisha', { granted: ['WORK_HISTORY'] })).cvs).toMatchObject([
      { title: 'Nursery work', occupation: 'Early education and childcare assistants', entries: [{ title: 'Café assistant' }, { title: 'NC Early Education and Childcare' }] },
      { title: 'Another', occupation: null, entries: [{ title: 'first' }, { title: 'second' }] },
    ]);
  });
});

describe('a Scottish Candidate Number', () => {
  test('is kept, and no field, argument or description of the API knows of it', async () => {
    const { rows } = await db.query<{ candidateNumber: string }>('SELECT "candidateNumber" FROM "apart"."CandidateNumber"');
    expect(rows.map(({ candidateNumber }) => CANDIDATE_NUMBER.isProvablyUnreal(candidateNumber.slice(0, 8)))).toEqual([true, true, true]);
    expect(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')).not.toMatch(/candidate/i);
    expect(readFileSync(new URL('store.ts', import.meta.url), 'utf8')).not.toMatch(/candidateNumber/i);
  });

  test('is one person\'s within an agency', async () => {
    await expect(db.query(`INSERT INTO "apart"."CandidateNumber" SELECT gen_random_uuid(), 'somebody else', controller, "candidateNumber" FROM "apart"."CandidateNumber"`))
      .rejects.toThrow(/CandidateNumber_controller_candidateNumber_key/);
  });
});

const ask = async (query: string): Promise<Record<string, unknown>> => {
  const { data, errors } = await room.ask({ query, use: 'query' });
  return data ?? { code: errors?.[0]?.extensions.code };
};

describe('the open lists', () => {
  test('SCQF has twelve levels, with words and a source', async () => {
    const { scqfLevels } = await ask('{ scqfLevels { level label source validFrom validTo } }');
    expect(scqfLevels).toHaveLength(12);
    expect((scqfLevels as { level: number }[]).map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(scqfLevels).toContainEqual({ level: 6, label: 'Higher', source: expect.stringContaining('SCQF'), validFrom: expect.any(String), validTo: null });
  });

  test('SOC 2020 has 412 unit groups, read page by page, each once and in order', async () => {
    const read: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { unitGroups } = (await ask(`{ unitGroups(first: 100${after && `, after: "${after}"`}) { unitGroups { soc title source } next } }`)) as { unitGroups: { unitGroups: { soc: string }[]; next: string | null } };
      read.push(...unitGroups.unitGroups.map(({ soc }) => soc));
      after = unitGroups.next;
    }
    expect(read).toHaveLength(412);
    expect(read).toEqual([...new Set(read)].toSorted());
  });

  // the number of unit groups in each of the nine major groups of the published classification
  test('each major group has as many as were published', async () => {
    const { rows } = await db.query<{ count: string }>('SELECT count(*) FROM "UnitGroup" GROUP BY left(soc, 1) ORDER BY left(soc, 1)');
    expect(rows.map(({ count }) => Number(count))).toEqual([42, 97, 68, 27, 57, 29, 19, 39, 34]);
  });

  test.each([['care workers', ['6135', '6136']], ['PLASTERERS', ['5321']], ['no such work', []], ['%', []], ['R&D', ['2161']], ['_', []], ['\\\\', []]])('those with "%s" in their title are %j', async (find, socs) => {
    expect(await ask(`{ unitGroups(find: "${find}") { unitGroups { soc } next } }`)).toEqual({ unitGroups: { unitGroups: socs.map((soc) => ({ soc })), next: null } });
  });

  test('pathways of a sector come lowest entry level first', async () => {
    expect(await ask('{ sectorPathways(sector: "Early learning and childcare") { code entryLevel soc } }')).toEqual({ sectorPathways: [
      { code: 'CHILDCARE_SUPPORT', entryLevel: 6, soc: '6111' }, { code: 'CHILDCARE_PRACTITIONER', entryLevel: 7, soc: '3232' },
    ] });
    expect((await ask('{ sectorPathways { code } }')).sectorPathways).toHaveLength(9);
  });

  test.each(['unitGroups(first: 101) { next }', 'unitGroups(after: "x") { next }', 'unitGroups(find: "\\u0000") { next }', 'sectorPathways(sector: "\\u0000") { code }'])('%s is refused', async (field) => {
    expect(await ask(`{ ${field} }`)).toEqual({ code: 'INVALID_INPUT' });
  });
});
