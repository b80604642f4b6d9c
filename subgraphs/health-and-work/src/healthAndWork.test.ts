import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personaNamed } from '@thegither/synthetic';
import { REGISTER, type ClaimedCaller, type PersonId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { ISLA, entityQuestion, openRoom, type RoomUnderTest, type Shares } from '@thegither/subgraph/testing';
import { countQueries } from '@thegither/subgraph/testing';
import { seedHealthAndWork } from '../prisma/seed.ts';
import { createHealthAndWork } from './healthAndWork.ts';

const NIAMH: ClaimedCaller = { kind: 'worker', worker: 'niamh', agency: 'nhs-fife', roles: ['CASE_MANAGER'] };
const ALL = ['HEALTH_AND_WORK', 'HEALTH_APPOINTMENTS', 'CONDITIONS', 'MENTAL_HEALTH_AND_RECOVERY'];
const migrations = new URL('../prisma/migrations', import.meta.url);

let room: RoomUnderTest;
const idOf = (key: string): PersonId => room.idOf(personaNamed(key)!.spine);

beforeAll(async () => {
  room = await openRoom('health-and-work', createHealthAndWork, { migrations, seed: seedHealthAndWork });
});
afterAll(() => room?.close());

const FIELDS = `
  healthWorkCases {
    level inWork openedOn closedOn weeks week controller adjustments { what until } services { kind startedOn }
    assessments { on body { what } mind { what } lifeAndWork { what } }
  }
  mskTriages { on adjustments { what } controller }
  healthAppointments { service at mode place controller }
  conditions { name since treatment controller }
  ipsEpisodes { stage service startedOn endedOn controller }
  recoverySupport { current appointments { at mode } controller }
  healthAndWorkTimeline { ...Event } healthAppointmentsTimeline { ...Event } conditionsTimeline { ...Event } mentalHealthAndRecoveryTimeline { ...Event }
`;
const EVENT = 'fragment Event on HealthEvent { on kind title by controller }';

interface Noted {
  readonly body: readonly Words[] | null;
  readonly mind: readonly Words[] | null;
  readonly lifeAndWork: readonly Words[] | null;
}

interface Words {
  readonly what: string;
}

interface Seen {
  readonly healthWorkCases: readonly { readonly controller: string; readonly adjustments: readonly Words[]; readonly services: readonly unknown[] | null; readonly assessments: readonly Noted[] }[] | null;
  readonly mskTriages: readonly { readonly adjustments: readonly Words[] }[] | null;
  readonly healthAppointments: readonly { readonly service: string; readonly at: string }[] | null;
  readonly conditions: readonly { readonly name: string }[] | null;
  readonly ipsEpisodes: readonly unknown[] | null;
  readonly recoverySupport: readonly unknown[] | null;
  readonly healthAndWorkTimeline: readonly { readonly kind: string }[] | null;
}

/** Nothing of anything: what is seen of somebody who shares nothing, whatever is on record of them. */
const NOTHING = {
  healthWorkCases: null, mskTriages: null, healthAppointments: null, conditions: null, ipsEpisodes: null, recoverySupport: null,
  healthAndWorkTimeline: null, healthAppointmentsTimeline: null, conditionsTimeline: null, mentalHealthAndRecoveryTimeline: null,
};
const EMPTY = Object.fromEntries(Object.keys(NOTHING).map((field) => [field, []]));

/** What health-and-work says of one person who shares this with the caller. */
const seen = async (key: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<Seen> =>
  (await seenTogether({ [idOf(key)]: shares }, caller))[0]!;

const together = (people: readonly string[]) => {
  const question = entityQuestion(FIELDS, people);
  return { ...question, query: `${question.query} ${EVENT}` };
};

async function seenTogether(people: Readonly<Record<string, Shares>>, caller: ClaimedCaller): Promise<Seen[]> {
  const { data, errors } = await room.ask({ ...together(Object.keys(people)), people, caller });
  expect(errors).toBeUndefined();
  return data!['_entities'] as Seen[];
}

const adjustmentsOf = ({ healthWorkCases }: Seen): string[] | undefined => healthWorkCases?.flatMap(({ adjustments }) => adjustments.map(({ what }) => what));

const mindOf = ({ healthWorkCases }: Seen) => healthWorkCases!.flatMap(({ assessments }) => assessments.map(({ mind }) => mind));
const kindsOf = ({ healthAndWorkTimeline }: Seen) => healthAndWorkTimeline!.map(({ kind }) => kind);

describe('a person by representation', () => {
  test('a case says what would help at work, never why', async () => {
    expect(await seen('morag', { granted: ['HEALTH_AND_WORK'] })).toEqual({
      ...NOTHING,
      healthWorkCases: [{
        level: 'CASE_MANAGEMENT', inWork: false, openedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), closedOn: null, weeks: 20, week: 8, controller: 'nhs-fife',
        adjustments: [
          { what: 'No lifting over 5 kg', until: expect.any(String) },
          { what: 'A desk that can be raised, to change between sitting and standing', until: null },
        ],
        services: null,
        assessments: [{
          on: expect.any(String), mind: null,
          body: [{ what: 'Can sit for half an hour, stand for twenty minutes and walk for a mile' }],
          lifeAndWork: [{ what: 'Two children to bring to school and to fetch' }, { what: 'Liked the calls in the last job; the chair was the trouble' }],
        }],
      }],
      mskTriages: [{ on: expect.any(String), adjustments: [{ what: 'A break to walk about every half hour' }], controller: 'nhs-fife' }],
      healthAndWorkTimeline: [
        { on: expect.any(String), kind: 'ASSESSED', title: 'Talked through what helps and what is in the way', by: 'Case manager', controller: 'nhs-fife' },
        { on: expect.any(String), kind: 'CASE_OPENED', title: 'Work with a case manager began', by: 'Case manager', controller: 'nhs-fife' },
      ],
    });
  });

  test('a triage shares changes at work and has no word of a diagnosis, which is a condition', async () => {
    expect(JSON.stringify((await seen('morag', { granted: ['HEALTH_AND_WORK', 'HEALTH_APPOINTMENTS'] })).mskTriages)).not.toMatch(/disc|back|spin/i);
    expect((await seen('morag', { granted: ['CONDITIONS'] })).mskTriages).toBeNull();
  });

  test('the next appointment comes first, as a moment in UTC', async () => {
    const { healthAppointments } = await seen('morag', { granted: ['HEALTH_APPOINTMENTS'] });
    expect(healthAppointments).toMatchObject([{ service: 'Physiotherapy', mode: 'IN_PERSON' }, { service: 'Occupational health advice', mode: 'VIDEO' }]);
    expect(healthAppointments![0]!.at).toMatch(/T09:30:00\.000Z$/);
  });

  test('recovery support is a flag with its times, next first: neither which nor why', async () => {
    expect(await seen('derek', { granted: ALL })).toMatchObject({
      healthWorkCases: [], conditions: [], ipsEpisodes: [{ stage: 'GETTING_STARTED', endedOn: null }],
      recoverySupport: [{ current: true, controller: 'nhs-fife', appointments: [{ mode: 'GROUP' }, { mode: 'GROUP' }] }],
      mentalHealthAndRecoveryTimeline: [{ kind: 'PLACEMENT_SUPPORT_BEGAN' }, { kind: 'SUPPORT_BEGAN' }],
    });
    expect(await seen('morag', { granted: ALL })).toMatchObject({ conditions: [{ name: 'Lower back pain (disc)' }], recoverySupport: [], ipsEpisodes: [] });
  });

  test('shared and nothing there is an empty list; not shared is nothing, record or not', async () => {
    expect(await seen('jean', { granted: ALL })).toEqual(EMPTY);
    expect([await seen('morag', {}), await seen('derek', {}), await seen('jean', {})]).toEqual([NOTHING, NOTHING, NOTHING]);
  });
});

describe('each field needs its category', () => {
  const fields = [
    ['healthWorkCases', 'HEALTH_AND_WORK'], ['mskTriages', 'HEALTH_AND_WORK'], ['healthAppointments', 'HEALTH_APPOINTMENTS'],
    ['conditions', 'CONDITIONS'], ['ipsEpisodes', 'MENTAL_HEALTH_AND_RECOVERY'], ['recoverySupport', 'MENTAL_HEALTH_AND_RECOVERY'],
    ['healthAndWorkTimeline', 'HEALTH_AND_WORK'], ['healthAppointmentsTimeline', 'HEALTH_APPOINTMENTS'],
    ['conditionsTimeline', 'CONDITIONS'], ['mentalHealthAndRecoveryTimeline', 'MENTAL_HEALTH_AND_RECOVERY'],
  ] as const;
  const table = fields.flatMap(([field, needed]) => [...ALL, 'BARRIERS', 'RISK_AND_SAFETY'].map((shared) => ({ field, shared, shown: shared === needed })));

  test.each(table)('$field with $shared: shown is $shown', async ({ field, shared, shown }) => {
    for (const shares of [{ granted: [shared] }, { own: [shared] }]) expect({ ...(await seen('morag', shares, NIAMH)) }[field as keyof Seen] !== null).toBe(shown);
  });
});

describe('rows of a controller', () => {
  test.each([
    ['NHS Fife reads its own rows without a grant', { own: ALL }, NIAMH, true],
    ['another health board has none of its own', { own: ALL }, { ...NIAMH, agency: 'nhs-tayside' }, false],
    ['a grant for another controller shows nothing', { granted: ALL, sources: Object.fromEntries(ALL.map((name) => [name, ['nhs-tayside']])) }, ISLA, false],
  ] as const)('%s', async (_what, shares, caller, shown) => {
    const { healthWorkCases, healthAppointments, conditions } = await seen('morag', shares, caller);
    expect([healthWorkCases, healthAppointments, conditions].map((rows) => rows!.length > 0)).toEqual([shown, shown, shown]);
  });
});

describe('free text is there only for who may see what it tells', () => {
  const INJECTIONS = 'Time off for spinal injections';

  test.each([
    [{ granted: ['HEALTH_AND_WORK'] }, false],
    [{ granted: ['HEALTH_AND_WORK', 'HEALTH_APPOINTMENTS', 'MENTAL_HEALTH_AND_RECOVERY'] }, false],
    [{ granted: ['HEALTH_AND_WORK', 'CONDITIONS'] }, true],
    [{ granted: ['HEALTH_AND_WORK', 'CONDITIONS'], sources: { CONDITIONS: ['nhs-tayside'] } }, false],
  ] as const)('an adjustment that names a treatment, with %j: %s', async (shares, shown) => {
    expect(adjustmentsOf(await seen('morag', shares))).toHaveLength(shown ? 3 : 2);
    expect(adjustmentsOf(await seen('morag', shares))?.includes(INJECTIONS)).toBe(shown);
  });

  test.each(['healthWorkCases { id }', 'healthWorkCases { chi }', 'mskTriages { diagnosis }', 'recoverySupport { kind }', 'conditions { labels }', 'healthAppointments { person }'])('%s is in no answer', async (field) => {
    expect(await room.ask({ ...entityQuestion(field, [idOf('morag')]), people: { [idOf('morag')]: { granted: ALL } } }))
      .toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_OPERATION' } }] });
  });
});

describe('a room of its own', () => {
  test('adjustments of many people are one query', async () => {
    const other = await openRoom('health-and-work', createHealthAndWork, { migrations, seed: seedHealthAndWork });
    const counts = await Promise.all(['HealthWorkCase', 'WorkAdjustment'].map((table) => countQueries(other.databaseUrl, table)));
    const people = ['morag', 'callum', 'aisha', 'jean'].map((key) => [other.idOf(personaNamed(key)!.spine), { granted: ALL }] as const);
    await other.ask({ ...together(people.map(([id]) => id)), people: Object.fromEntries(people) });
    expect(await Promise.all(counts.map(({ count }) => count()))).toEqual([1, 1]);
    await Promise.all(counts.map(({ close }) => close()));
    await other.close();
  });
});

describe('what is about the mind', () => {
  const H1_H4 = ['HEALTH_AND_WORK', 'MENTAL_HEALTH_AND_RECOVERY'];
  beforeAll(async () => {
    const db = new Client({ connectionString: room.databaseUrl });
    await db.connect();
    await db.query(
      `WITH opened AS (INSERT INTO "HealthWorkCase" VALUES (gen_random_uuid(), $1, 'nhs-fife', 'CASE_MANAGEMENT', true, '2026-01-01', NULL, 20, '1405920220') RETURNING *),
            made AS (INSERT INTO "HealthAssessment" SELECT gen_random_uuid(), id, person, controller, '2026-01-02' FROM opened RETURNING *),
            counselled AS (INSERT INTO "CaseService" SELECT gen_random_uuid(), id, person, controller, kind, '2026-01-03', NULL, NULL, labels FROM opened,
              (VALUES ('PHYSIOTHERAPY'::"ServiceKind", '{}'::text[]), ('COUNSELLING', '{MENTAL_HEALTH_AND_RECOVERY}')) AS given (kind, labels))
       INSERT INTO "MentalHealthNote" SELECT gen_random_uuid(), id, person, controller, 0, 'Sleeps little', '{}' FROM made`,
      [idOf('mairi')],
    );
    await db.end();
  });

  test.each([
    ['health at work alone', { granted: ['HEALTH_AND_WORK'] }, null],
    ['mental health and recovery at another controller', { granted: H1_H4, sources: { MENTAL_HEALTH_AND_RECOVERY: ['nhs-tayside'] } }, null],
    ['both', { granted: H1_H4 }, [{ what: 'Sleeps little' }]],
  ] as const)('with %s, its part of an assessment is %j', async (_title, shares, expected) => {
    expect((await seen('mairi', shares)).healthWorkCases![0]!.assessments).toEqual([{ on: '2026-01-02', body: [], mind: expected, lifeAndWork: [] }]);
  });

  test('without mental health, somebody of whom something is noted reads as somebody of whom nothing is', async () => {
    const shares = { granted: ['HEALTH_AND_WORK', 'HEALTH_APPOINTMENTS', 'CONDITIONS'] };
    expect([mindOf(await seen('mairi', shares)), mindOf(await seen('morag', shares))]).toEqual([[null], [null]]);
  });

  test.each([
    [{ granted: ['HEALTH_AND_WORK', 'MENTAL_HEALTH_AND_RECOVERY'] }, null],
    [{ granted: ['HEALTH_AND_WORK', 'HEALTH_APPOINTMENTS'] }, [{ kind: 'PHYSIOTHERAPY', startedOn: null }]],
    [{ granted: ['HEALTH_AND_WORK', 'HEALTH_APPOINTMENTS', 'MENTAL_HEALTH_AND_RECOVERY'] }, expect.arrayContaining([{ kind: 'PHYSIOTHERAPY', startedOn: null }, { kind: 'COUNSELLING', startedOn: null }])],
  ] as const)('the services of a case, counselling among them, with %j', async (shares, expected) => {
    expect((await seen('mairi', shares)).healthWorkCases![0]!.services).toEqual(expected);
  });
});

describe('a timeline', () => {
  test('shows what its category and labels allow, latest first', async () => {
    expect(kindsOf(await seen('morag', { granted: ['HEALTH_AND_WORK'] }))).toEqual(['ASSESSED', 'CASE_OPENED']);
    expect(kindsOf(await seen('morag', { granted: ['HEALTH_AND_WORK', 'CONDITIONS'] }))).toEqual(['ADJUSTMENTS_AGREED', 'ASSESSED', 'CASE_OPENED']);
  });

  test('ends with the latest 200 that may be seen: hidden ones are not counted', async () => {
    const db = new Client({ connectionString: room.databaseUrl });
    await db.connect();
    await db.query(
      `INSERT INTO "TimelineEvent" SELECT gen_random_uuid(), $1, 'nhs-fife', 'HEALTH_AND_WORK', DATE '2020-01-01' + n, 'N' || n, 'Something', NULL,
         CASE WHEN n > 230 THEN '{CONDITIONS}'::text[] ELSE '{}' END FROM generate_series(1, 250) AS n`,
      [idOf('callum')],
    );
    await db.end();
    const events = (await seen('callum', { granted: ['HEALTH_AND_WORK'] })).healthAndWorkTimeline!;
    expect([events.length, events[0]!.kind, events.at(-1)!.kind]).toEqual([200, 'N230', 'N31']);
  });
});

test('a CHI number is in no answer, whatever is shared', async () => {
  const { data } = await room.ask({ ...together([idOf('morag')]), people: { [idOf('morag')]: { granted: REGISTER.map(({ name }) => name) } } });
  expect(JSON.stringify(data)).toContain('nhs-fife');
  expect(JSON.stringify(data)).not.toMatch(/\d{10}/);
});

describe('several cases of one person', () => {
  beforeAll(async () => {
    const db = new Client({ connectionString: room.databaseUrl });
    await db.connect();
    for (const [openedOn, what] of [['2020-01-01', 'A later start'], ['2021-01-01', 'A stool']]) {
      await db.query(
        `WITH opened AS (INSERT INTO "HealthWorkCase" VALUES (gen_random_uuid(), $1, 'nhs-fife', 'LIGHT_TOUCH', true, $2, $2, NULL, NULL) RETURNING *)
         INSERT INTO "WorkAdjustment" SELECT gen_random_uuid(), id, person, controller, 0, $3, NULL, '{}' FROM opened`,
        [idOf('tam'), openedOn, what],
      );
    }
    await db.end();
  });

  test('come latest first, each with its own adjustments alone', async () => {
    expect(await seen('tam', { granted: ALL })).toMatchObject({
      healthWorkCases: [{ openedOn: '2021-01-01', adjustments: [{ what: 'A stool' }] }, { openedOn: '2020-01-01', adjustments: [{ what: 'A later start' }] }],
    });
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
    ['an adjustment of another person than its case', `UPDATE "WorkAdjustment" SET "person" = 'somebody else'`, /WorkAdjustment_caseId_person_controller_fkey/],
    ['recovery support\'s time of another person', `UPDATE "RecoveryAppointment" SET "person" = 'somebody else'`, /RecoveryAppointment_supportId_person_controller_fkey/],
    ['a condition without labels', `UPDATE "Condition" SET "labels" = NULL`, /Condition_labels_said/],
    ['an event without labels', `UPDATE "TimelineEvent" SET "labels" = NULL`, /TimelineEvent_labels_said/],
    ['an event of another room\'s category', `UPDATE "TimelineEvent" SET "category" = 'CONVICTIONS'`, /TimelineEvent_category_known/],
    ['counselling that does not say what it tells', `UPDATE "CaseService" SET "kind" = 'COUNSELLING'`, /CaseService_counselling_labelled/],
    ['a case of 21 weeks', `UPDATE "HealthWorkCase" SET "weeks" = 21`, /HealthWorkCase_weeks_within/],
    ['a CHI number of nine digits', `UPDATE "HealthWorkCase" SET "chi" = '140592022'`, /HealthWorkCase_chi_digits/],
  ])('%s', async (_what, sql, constraint) => {
    await expect(db.query(sql)).rejects.toThrow(constraint);
  });
});
