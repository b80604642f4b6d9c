import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personaNamed } from '@thegither/synthetic';
import type { ClaimedCaller, PersonId } from '@thegither/vocabulary';
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
  [callum, jean] = [room.idOf(personaNamed('callum')!.spine), room.idOf(personaNamed('jean')!.spine)];
}, 60_000);
afterAll(() => room?.close());

const TUESDAY = 'clash: unpaidWorkClash(shift: { day: TUESDAY, from: 600, to: 700 })';
const MONDAY = 'free: unpaidWorkClash(shift: { day: MONDAY, from: 600, to: 700 })';
const FIELDS = `workLimits { freeToWorkFrom day place } ${TUESDAY} ${MONDAY} justiceSupport { kind } paybackOrders { hoursLeft treatment } convictions { offence }`;

const seen = async (person: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<Record<string, unknown>> =>
  (await room.entities(FIELDS, { [person]: shares }, { caller }))[0]!;

const NOTHING = { workLimits: null, clash: null, free: null, justiceSupport: null, paybackOrders: null, convictions: null };

describe('what Callum shares is all that is seen', () => {
  test('limits alone: when he can work and whether a shift clashes, with no word of the cause', async () => {
    const answer = await seen(callum, { granted: ['JUSTICE_LIMITS'] });
    expect(answer).toMatchObject({ ...NOTHING, clash: true, free: false, workLimits: [{ freeToWorkFrom: expect.any(String) }, { day: 'TUESDAY' }, { day: 'SATURDAY' }] });
    expect(JSON.stringify(answer.workLimits)).not.toMatch(/convict|order|court|prison|workshop/i);
  });

  test('a place that tells of the convictions is there with them alone', async () => {
    const { workLimits } = await seen(callum, { granted: ['JUSTICE_LIMITS', 'CONVICTIONS'] });
    expect(workLimits).toHaveLength(4);
    expect(workLimits).toContainEqual(expect.objectContaining({ place: expect.stringContaining('workshop') }));
  });

  test.each([
    ['convictions alone', { granted: ['CONVICTIONS'] }, [{ hoursLeft: 96, treatment: null }]],
    ['convictions and recovery', { granted: ['CONVICTIONS', 'MENTAL_HEALTH_AND_RECOVERY'] }, [{ hoursLeft: 96, treatment: ['ALCOHOL'] }]],
    ['recovery alone', { granted: ['MENTAL_HEALTH_AND_RECOVERY'] }, null],
    ['own convictions, recovery at another controller', { own: ['CONVICTIONS'], granted: ['MENTAL_HEALTH_AND_RECOVERY'], sources: { MENTAL_HEALTH_AND_RECOVERY: ['nhs-fife'] } }, [{ hoursLeft: 96, treatment: null }]],
  ] as const)('the treatment that an order asks for, with %s', async (_title, shares, expected) => {
    expect((await seen(callum, shares, RUARIDH)).paybackOrders).toEqual(expected);
  });
});

describe('each field needs its category', () => {
  const fields = [
    ['workLimits', 'JUSTICE_LIMITS', []], ['clash', 'JUSTICE_LIMITS', false], ['justiceSupport', 'JUSTICE_SUPPORT', []],
    ['paybackOrders', 'CONVICTIONS', []], ['convictions', 'CONVICTIONS', []],
  ] as const;
  const table = fields.flatMap(([field, needed, nothingThere]) => ALL.map((shared) => ({ field, shared, expected: shared === needed ? nothingThere : null })));

  test.each(table)('$field with $shared: $expected', async ({ field, shared, expected }) => {
    expect((await seen(jean, { granted: [shared] }))[field]).toEqual(expected);
  });
});

describe('not shared says nothing', () => {
  test.each([[[]], [['RISK_AND_SAFETY']], [['MENTAL_HEALTH_AND_RECOVERY']], [['ACTION_PLAN']]])('with %j, of somebody with records and of somebody without', async (granted) => {
    expect([await seen(callum, { granted }), await seen(jean, { granted })]).toEqual([NOTHING, NOTHING]);
  });

  test('an agency reads its own rows and no other agency does', async () => {
    const own = { own: ['JUSTICE_LIMITS', 'CONVICTIONS'] };
    expect((await seen(callum, own, RUARIDH)).convictions).toEqual([{ offence: 'Assault' }]);
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
