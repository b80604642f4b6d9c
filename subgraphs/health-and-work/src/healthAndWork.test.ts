import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personaNamed } from '@thegither/synthetic';
import type { ClaimedCaller, PersonId } from '@thegither/vocabulary';
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
  healthWorkCases { level inWork openedOn closedOn controller adjustments { what until } }
  healthAppointments { service at mode controller }
  conditions { name since treatment controller }
  recoverySupport { kind service startedOn controller }
`;

interface Seen {
  readonly healthWorkCases: readonly { readonly controller: string; readonly adjustments: readonly { readonly what: string }[] }[] | null;
  readonly healthAppointments: readonly { readonly service: string; readonly at: string }[] | null;
  readonly conditions: readonly { readonly name: string }[] | null;
  readonly recoverySupport: readonly unknown[] | null;
}

/** What health-and-work says of one person who shares this with the caller. */
const seen = async (key: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<Seen> =>
  (await room.entities(FIELDS, { [idOf(key)]: shares }, { caller }))[0] as unknown as Seen;

const adjustmentsOf = ({ healthWorkCases }: Seen): string[] | undefined => healthWorkCases?.flatMap(({ adjustments }) => adjustments.map(({ what }) => what));

describe('a person by representation', () => {
  test('a case says what would help at work, never why', async () => {
    expect(await seen('morag', { granted: ['HEALTH_AND_WORK'] })).toEqual({
      healthWorkCases: [{
        level: 'CASE_MANAGEMENT', inWork: false, openedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), closedOn: null, controller: 'nhs-fife',
        adjustments: [
          { what: 'No lifting over 5 kg', until: expect.any(String) },
          { what: 'A desk that can be raised, to change between sitting and standing', until: null },
        ],
      }],
      healthAppointments: null, conditions: null, recoverySupport: null,
    });
  });

  test('the next appointment comes first, as a moment in UTC', async () => {
    const { healthAppointments } = await seen('morag', { granted: ['HEALTH_APPOINTMENTS'] });
    expect(healthAppointments).toMatchObject([{ service: 'Physiotherapy', mode: 'IN_PERSON' }, { service: 'Occupational health advice', mode: 'VIDEO' }]);
    expect(healthAppointments![0]!.at).toMatch(/T09:30:00\.000Z$/);
  });

  test('recovery support is Derek\'s, and a condition Morag\'s', async () => {
    expect(await seen('derek', { granted: ALL })).toMatchObject({ healthWorkCases: [], conditions: [], recoverySupport: [{ kind: 'ALCOHOL', controller: 'nhs-fife' }] });
    expect(await seen('morag', { granted: ALL })).toMatchObject({ conditions: [{ name: 'Lower back pain (disc)' }], recoverySupport: [] });
  });

  test('shared and nothing there is an empty list; not shared is nothing, record or not', async () => {
    expect(await seen('jean', { granted: ALL })).toEqual({ healthWorkCases: [], healthAppointments: [], conditions: [], recoverySupport: [] });
    const nothing = { healthWorkCases: null, healthAppointments: null, conditions: null, recoverySupport: null };
    expect([await seen('morag', {}), await seen('derek', {}), await seen('jean', {})]).toEqual([nothing, nothing, nothing]);
  });
});

describe('each field needs its category', () => {
  const fields = [
    ['healthWorkCases', 'HEALTH_AND_WORK'], ['healthAppointments', 'HEALTH_APPOINTMENTS'],
    ['conditions', 'CONDITIONS'], ['recoverySupport', 'MENTAL_HEALTH_AND_RECOVERY'],
  ] as const;
  const table = fields.flatMap(([field, needed]) => [...ALL, 'BARRIERS', 'RISK_AND_SAFETY'].map((shared) => ({ field, shared, shown: shared === needed })));

  test.each(table)('$field with $shared: shown is $shown', async ({ field, shared, shown }) => {
    for (const shares of [{ granted: [shared] }, { own: [shared] }]) expect((await seen('morag', shares, NIAMH))[field] !== null).toBe(shown);
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

  test.each(['healthWorkCases { id }', 'conditions { labels }', 'healthAppointments { person }'])('%s is in no answer', async (field) => {
    expect(await room.ask({ ...entityQuestion(field, [idOf('morag')]), people: { [idOf('morag')]: { granted: ALL } } }))
      .toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_OPERATION' } }] });
  });
});

describe('a room of its own', () => {
  test('adjustments of many people are one query', async () => {
    const other = await openRoom('health-and-work', createHealthAndWork, { migrations, seed: seedHealthAndWork });
    const counts = await Promise.all(['HealthWorkCase', 'WorkAdjustment'].map((table) => countQueries(other.databaseUrl, table)));
    const people = ['morag', 'callum', 'aisha', 'jean'].map((key) => [other.idOf(personaNamed(key)!.spine), { granted: ALL }] as const);
    await other.entities(FIELDS, Object.fromEntries(people));
    expect(await Promise.all(counts.map(({ count }) => count()))).toEqual([1, 1]);
    await Promise.all(counts.map(({ close }) => close()));
    await other.close();
  });
});

describe('several cases of one person', () => {
  beforeAll(async () => {
    const db = new Client({ connectionString: room.databaseUrl });
    await db.connect();
    for (const [openedOn, what] of [['2020-01-01', 'A later start'], ['2021-01-01', 'A stool']]) {
      await db.query(
        `WITH opened AS (INSERT INTO "HealthWorkCase" VALUES (gen_random_uuid(), $1, 'nhs-fife', 'LIGHT_TOUCH', true, $2, $2) RETURNING *)
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
    ['a condition without labels', `UPDATE "Condition" SET "labels" = NULL`, /Condition_labels_said/],
  ])('%s', async (_what, sql, constraint) => {
    await expect(db.query(sql)).rejects.toThrow(constraint);
  });
});
