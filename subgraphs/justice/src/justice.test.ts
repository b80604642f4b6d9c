import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personaNamed } from '@thegither/synthetic';
import { REGISTER, type ClaimedCaller, type PersonId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { ISLA, entityQuestion, openRoom, type RoomUnderTest, type Shares } from '@thegither/subgraph/testing';
import { seedJustice } from '../prisma/seed.ts';
import { createJustice } from './justice.ts';

const RUARIDH: ClaimedCaller = { kind: 'worker', worker: 'ruaridh', agency: 'fife-justice', roles: ['JUSTICE_WORKER'] };
const ALL = ['JUSTICE_LIMITS', 'JUSTICE_SUPPORT', 'CONVICTIONS', 'RISK_AND_SAFETY', 'MENTAL_HEALTH_AND_RECOVERY'];

let room: RoomUnderTest;
let callum: PersonId;
let jean: PersonId;

beforeAll(async () => {
  room = await openRoom('justice', createJustice, { migrations: new URL('../prisma/migrations', import.meta.url), seed: seedJustice });
  [callum, jean] = [idOf('callum'), idOf('jean')];
}, 60_000);
afterAll(() => room?.close());

const TUESDAY = 'clash: unpaidWorkClash(shift: { day: TUESDAY, from: 600, to: 700 })';
const MONDAY = 'free: unpaidWorkClash(shift: { day: MONDAY, from: 600, to: 700 })';
const FIELDS = `
  workLimits { freeToWorkFrom day place } ${TUESDAY} ${MONDAY} justiceSupport { kind }
  paybackOrders { requirements hours level hoursLeft slots { day place } treatment }
  liberationPlans { leavesOn homeDetentionCurfew { from until homeFrom homeTo } throughcare throughcareUntil }
  licenceConditions { what } convictions { offence mustBeTold } riskNotes { what }
  justiceSupportTimeline { kind title by controller } justiceLimitsTimeline { on kind title } convictionsTimeline { kind }
`;

const GRANTABLE = REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name);

const idOf = (key: string): PersonId => room.idOf(personaNamed(key)!.spine);

async function connected(): Promise<Client> {
  const db = new Client({ connectionString: room.databaseUrl });
  await db.connect();
  return db;
}

const seen = async (person: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<Record<string, unknown>> =>
  (await room.entities(FIELDS, { [person]: shares }, { caller }))[0]!;

const NOTHING = {
  workLimits: null, clash: null, free: null, justiceSupport: null, paybackOrders: null, liberationPlans: null, licenceConditions: null, convictions: null,
  riskNotes: null, justiceSupportTimeline: null, justiceLimitsTimeline: null, convictionsTimeline: null,
};

/** Callum's order, as whoever may not see treatment reads it. */
const ORDER = {
  requirements: ['OFFENDER_SUPERVISION', 'UNPAID_WORK'], hours: 150, level: 'LEVEL_2', hoursLeft: 96, treatment: null,
  slots: [{ day: 'TUESDAY', place: 'The community garden, Kirkcaldy' }, { day: 'SATURDAY', place: 'The community garden, Kirkcaldy' }],
};

/** Words that would tell why somebody cannot work. */
const CAUSE = /convict|order|court|prison|curfew|licence|unpaid|payback|justice|offen|social work|workshop/i;

describe('what Callum shares is all that is seen', () => {
  test('limits alone: when he can work and whether a shift clashes, with no word of the cause', async () => {
    const answer = await seen(callum, { granted: ['JUSTICE_LIMITS'] });
    expect(answer).toMatchObject({ ...NOTHING, clash: true, free: false, workLimits: [{ freeToWorkFrom: expect.any(String) }, { day: 'TUESDAY' }, { day: 'SATURDAY' }, { day: null }], justiceLimitsTimeline: [{ kind: 'LIMITS_SET' }] });
    expect(JSON.stringify([answer.workLimits, answer.justiceLimitsTimeline])).not.toMatch(CAUSE);
  });

  test('a place that tells of the convictions is there with them alone', async () => {
    const { workLimits } = await seen(callum, { granted: ['JUSTICE_LIMITS', 'CONVICTIONS'] });
    expect(workLimits).toHaveLength(5);
    expect(workLimits).toContainEqual(expect.objectContaining({ place: expect.stringContaining('workshop') }));
  });

  test.each([
    ['convictions alone', { granted: ['CONVICTIONS'] }, [ORDER]],
    ['convictions and recovery', { granted: ['CONVICTIONS', 'MENTAL_HEALTH_AND_RECOVERY'] }, [{ ...ORDER, treatment: ['ALCOHOL'] }]],
    ['recovery alone', { granted: ['MENTAL_HEALTH_AND_RECOVERY'] }, null],
    ['own convictions, recovery at another controller', { own: ['CONVICTIONS'], granted: ['MENTAL_HEALTH_AND_RECOVERY'], sources: { MENTAL_HEALTH_AND_RECOVERY: ['nhs-fife'] } }, [ORDER]],
  ] as const)('the treatment that an order asks for, with %s', async (_title, shares, expected) => {
    expect((await seen(callum, shares, RUARIDH)).paybackOrders).toEqual(expected);
  });
});

describe('convictions', () => {
  test('tell when Callum leaves prison and what his licence asks of him', async () => {
    expect(await seen(callum, { granted: ['CONVICTIONS'] })).toMatchObject({
      liberationPlans: [{
        leavesOn: expect.any(String), throughcare: 'VOLUNTARY', throughcareUntil: expect.any(String),
        homeDetentionCurfew: { from: expect.any(String), until: expect.any(String), homeFrom: 1140, homeTo: 420 },
      }],
      convictions: [{ offence: 'Assault', mustBeTold: true }],
    });
  });

  test.each([
    [['CONVICTIONS'], 2, ['LIBERATION_PLANNED', 'ORDER_MADE']],
    [['CONVICTIONS', 'MENTAL_HEALTH_AND_RECOVERY'], 3, ['LIBERATION_PLANNED', 'ORDER_CHANGED', 'ORDER_MADE']],
  ] as const)('with %j: %s conditions of the licence, and the events %j', async (granted, conditions, events) => {
    const { licenceConditions, convictionsTimeline } = await seen(callum, { granted });
    expect(licenceConditions).toHaveLength(conditions);
    expect((convictionsTimeline as { kind: string }[]).map(({ kind }) => kind)).toEqual(events);
  });

  test('an order of which treatment is withheld reads, letter for letter, as an order without any', async () => {
    const db = await connected();
    const [tam, mairi] = [idOf('tam'), idOf('mairi')];
    const copy = `INSERT INTO "CommunityPaybackOrder" SELECT gen_random_uuid(), $1, controller, "imposedOn", "endsOn", requirements, hours, level, "hoursLeft", $2 FROM "CommunityPaybackOrder" WHERE person = $3`;
    await db.query(copy, [tam, [], callum]);
    await db.query(copy, [mairi, ['DRUG', 'ALCOHOL'], callum]);
    await db.end();
    const granted = { granted: ['CONVICTIONS'] };
    const [without, withheld] = [await seen(tam, granted), await seen(mairi, granted)];
    expect(withheld.paybackOrders).toEqual([{ ...ORDER, slots: [] }]);
    expect(withheld).toEqual(without);
  });
});

describe('notes on risk and safety', () => {
  let noted: PersonId;
  beforeAll(async () => {
    noted = idOf('aisha');
    const db = await connected();
    await db.query(`INSERT INTO "RiskNote" VALUES (gen_random_uuid(), $1, 'fife-justice', 'Not alone with', '2026-01-01', NULL, false, '{}')`, [noted]);
    await db.end();
  });

  test.each([
    ['everything that a person can agree to', { granted: GRANTABLE }, RUARIDH, null],
    ['everything of the agency\'s own that a decision can open', { own: GRANTABLE }, RUARIDH, null],
    ['the same of a worker: the room has the note', { granted: ['RISK_AND_SAFETY'] }, RUARIDH, [{ what: 'Not alone with' }]],
  ] as const)('with %s', async (_title, shares, caller, expected) => {
    expect((await seen(noted, shares, caller)).riskNotes).toEqual(expected);
  });

  test('not even a decision that nobody may sign opens them to the person themselves', async () => {
    expect((await seen(noted, { granted: ALL }, { kind: 'person', person: noted })).riskNotes).toBeNull();
  });
});

describe('the tables refuse', () => {
  let db: Client;
  beforeAll(async () => { db = await connected(); });
  afterAll(() => db?.end());

  test.each([
    ['treatment without supervision', `UPDATE "CommunityPaybackOrder" SET requirements = '{UNPAID_WORK}' WHERE cardinality(treatment) > 0`, /treatment_supervised/],
    ['19 hours', `UPDATE "CommunityPaybackOrder" SET hours = 19, level = 'LEVEL_1', "hoursLeft" = 1`, /hours_within/],
    ['301 hours', `UPDATE "CommunityPaybackOrder" SET hours = 301, "hoursLeft" = 1`, /hours_within/],
    ['101 hours at level 1', `UPDATE "CommunityPaybackOrder" SET hours = 101, level = 'LEVEL_1', "hoursLeft" = 1`, /level_of_hours/],
    ['100 hours at level 2', `UPDATE "CommunityPaybackOrder" SET hours = 100, "hoursLeft" = 1`, /level_of_hours/],
    ['hours without a level', `UPDATE "CommunityPaybackOrder" SET level = NULL`, /level_of_hours/],
    ['more hours left than there are', `UPDATE "CommunityPaybackOrder" SET "hoursLeft" = 151`, /hours_left_within/],
    ['a slot of another person than its order', `UPDATE "UnpaidWorkSlot" SET person = 'somebody else'`, /UnpaidWorkSlot_orderId_person_controller_fkey/],
    ['a limit without labels', `UPDATE "WorkLimit" SET labels = NULL`, /WorkLimit_labels_said/],
    ['an event of another room\'s category', `UPDATE "TimelineEvent" SET category = 'CONDITIONS'`, /TimelineEvent_category_known/],
  ])('%s', async (_what, sql, constraint) => {
    await expect(db.query(sql)).rejects.toThrow(constraint);
  });
});

test.each(['workLimits { controller }', 'justiceLimitsTimeline { by }', 'justiceLimitsTimeline { controller }'])('%s is in no answer: it would tell the cause', async (field) => {
  expect(await room.ask({ ...entityQuestion(field, [callum]), people: { [callum]: { granted: ALL } } }))
    .toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_OPERATION' } }] });
});

describe('each field needs its category', () => {
  const fields = [
    ['workLimits', 'JUSTICE_LIMITS', []], ['clash', 'JUSTICE_LIMITS', false], ['justiceSupport', 'JUSTICE_SUPPORT', []],
    ['paybackOrders', 'CONVICTIONS', []], ['liberationPlans', 'CONVICTIONS', []], ['licenceConditions', 'CONVICTIONS', []], ['convictions', 'CONVICTIONS', []],
    ['riskNotes', 'RISK_AND_SAFETY', []],
    ['justiceSupportTimeline', 'JUSTICE_SUPPORT', []], ['justiceLimitsTimeline', 'JUSTICE_LIMITS', []], ['convictionsTimeline', 'CONVICTIONS', []],
  ] as const;
  const table = fields.flatMap(([field, needed, nothingThere]) => ALL.map((shared) => ({ field, shared, expected: shared === needed ? nothingThere : null })));

  test.each(table)('$field with $shared: $expected', async ({ field, shared, expected }) => {
    expect((await seen(jean, { granted: [shared] }))[field]).toEqual(expected);
  });
});

describe('not shared says nothing', () => {
  test.each([[[]], [['MENTAL_HEALTH_AND_RECOVERY']], [['ACTION_PLAN']]])('with %j, of somebody with records and of somebody without', async (granted) => {
    expect([await seen(callum, { granted }), await seen(jean, { granted })]).toEqual([NOTHING, NOTHING]);
  });

  test('an agency reads its own rows and no other agency does', async () => {
    const own = { own: ['JUSTICE_LIMITS', 'CONVICTIONS'] };
    expect((await seen(callum, own, RUARIDH)).convictions).toEqual([{ offence: 'Assault', mustBeTold: true }]);
    expect((await seen(callum, own, ISLA)).convictions).toEqual([]);
    expect(await seen(callum, own, ISLA)).toMatchObject({ clash: false });
  });
});

test.each([
  ['times that are none', { granted: ['JUSTICE_LIMITS'] }, 'INVALID_INPUT'],
  ['times that are none, where nothing is shared', {}, undefined],
])('%s', async (_title, shares, code) => {
  const question = entityQuestion('unpaidWorkClash(shift: { day: MONDAY, from: 0, to: 9999 })', [callum]);
  const { data, errors } = await room.ask({ ...question, people: { [callum]: shares } });
  expect(data).toEqual({ _entities: [{ unpaidWorkClash: null }] });
  expect(errors?.[0]?.extensions.code).toBe(code);
});
