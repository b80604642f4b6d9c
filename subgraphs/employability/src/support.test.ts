import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countQueries, ISLA } from '@thegither/subgraph/testing';
import { Client } from 'pg';
import { ALL, PROVIDER, openEmployability, type OpenEmployability } from './testing/openEmployability.ts';

let open: OpenEmployability;
beforeAll(async () => { open = await openEmployability(); });
afterAll(() => open?.room.close());

interface Spell {
  readonly journey: string;
  readonly programme: string;
  readonly stage: number | null;
  readonly stages: readonly { readonly stage: number; readonly on: string }[];
  readonly activityUnderRules: readonly Finding[];
  readonly leavingUnderRules: readonly Finding[];
}
interface Finding { readonly rule: string; readonly verdict: string; readonly because: string; readonly inForce: boolean }

const shared = { granted: ['SUPPORT_RECEIVED'] };
const spellsOf = async (key: string, fields: string, granted: readonly string[] = []): Promise<Spell[]> =>
  (await open.see<{ participations: Spell[] }>(key, `participations { ${fields} }`, { granted: [...shared.granted, ...granted] })).participations;

describe('a spell of support', () => {
  test('keeps the name that its programme had then', async () => {
    expect(await spellsOf('morag', 'programme programmeLabel')).toEqual([
      { programme: 'NOLB', programmeLabel: 'No One Left Behind' }, { programme: 'FAIR_START_SCOTLAND', programmeLabel: 'Fair Start Scotland' },
    ]);
  });

  test('is one history with the one that the person came back from', async () => {
    const [now, before] = await spellsOf('morag', 'journey');
    expect(now!.journey).toBe(before!.journey);
  });

  test('is a history of its own where the earlier one is not the same journey', async () => {
    const [now, before] = await spellsOf('callum', 'journey', ['CONVICTIONS']);
    expect(now!.journey).not.toBe(before!.journey);
  });

  test('tells who said why it ended', async () => {
    expect(await spellsOf('morag', 'endReason endToldBy')).toEqual([
      { endReason: null, endToldBy: null }, { endReason: 'The children were small and the travel too far.', endToldBy: 'PERSON' },
    ]);
  });

  test('goes back and forth between stages, and its stage is the latest', async () => {
    const [spell] = await spellsOf('aisha', 'stage stageLabel stages { stage label on }');
    expect(spell!.stages.map(({ stage }) => stage)).toEqual([5, 4, 2, 3, 2, 1]);
    expect(spell).toMatchObject({ stage: 5, stageLabel: 'Support in work' });
    expect(spell!.stages[2]).toEqual({ stage: 2, label: 'Removing barriers', on: open.on(-105) });
  });

  test('has its phases, before work and in work', async () => {
    expect(await spellsOf('aisha', 'phases { phase startedOn endedOn }')).toEqual([{ phases: [
      { phase: 'IN_WORK', startedOn: open.on(-70), endedOn: null }, { phase: 'PRE_EMPLOYMENT', startedOn: open.on(-150), endedOn: open.on(-71) },
    ] }]);
  });

  test('takes all that hangs from it along where its own words may not be read', async () => {
    expect(await spellsOf('callum', 'programme stages { stage }')).toEqual([{ programme: 'NOLB', stages: [{ stage: 1 }] }]);
    expect((await spellsOf('callum', 'programme stages { stage }', ['CONVICTIONS']))[1]).toEqual({ programme: 'EMPLOYABILITY_FUND', stages: [{ stage: 2 }, { stage: 1 }] });
  });
});

const said = async (key: string) => Object.fromEntries((await spellsOf(key, 'activityUnderRules { rule verdict because inForce }'))[0]!
  .activityUnderRules.map(({ rule, verdict, because }) => [rule, [verdict, because]]));

describe('rules on activity', () => {
  test('Aisha is at college four hours a week: enough where education counts, and nothing where it does not', async () => {
    expect(await said('aisha')).toEqual({
      FSS_3_HOURS: ['NOT_MET', 'TOO_LITTLE_ACTIVITY'], NOLB_3_HOURS_OVER_4: ['MET', 'ENOUGH_ACTIVITY'], NOLB_3_HOURS_OVER_13: ['MET', 'ENOUGH_ACTIVITY'],
    });
  });

  test('Callum began too lately for an average over 13 weeks', async () => {
    expect(await said('callum')).toMatchObject({ NOLB_3_HOURS_OVER_13: ['NOT_YET', 'TOO_EARLY_TO_AVERAGE'] });
  });

  test('Morag\'s week that was agreed not to count is not held against her', async () => {
    expect(await said('morag')).toMatchObject({ FSS_3_HOURS: ['NOT_MET', 'TOO_LITTLE_ACTIVITY'], NOLB_3_HOURS_OVER_4: ['MET', 'ENOUGH_ACTIVITY'] });
  });
});

describe('what another agency did with the person', () => {
  test('does not count for a spell that is not its own', async () => {
    const db = new Client({ connectionString: open.room.databaseUrl });
    await db.connect();
    await db.query(`INSERT INTO "SupportActivity" VALUES (gen_random_uuid(), $1, 'clydeside-works', 'WORKSHOP', $2, 1440, 'GROUP')`, [open.idOf('hamish'), open.on(-1)]);
    expect(await said('hamish')).toMatchObject({ FSS_3_HOURS: ['NOT_MET', 'TOO_LITTLE_ACTIVITY'] });
    await db.query(`UPDATE "SupportActivity" SET controller = 'fife-pathways' WHERE person = $1`, [open.idOf('hamish')]);
    expect(await said('hamish')).toMatchObject({ FSS_3_HOURS: ['MET', 'ENOUGH_ACTIVITY'] });
    await db.end();
  });
});

describe('rules on leaving', () => {
  const LEAVING = 'programme leavingUnderRules { rule verdict because inForce leavesOut }';

  test('Morag left within the year, and by the rule of that day could come back', async () => {
    const [now, before] = await spellsOf('morag', LEAVING);
    expect(now!.leavingUnderRules.map(({ because }) => because)).toEqual(['STILL_SUPPORTED', 'STILL_SUPPORTED']);
    expect(before!.leavingUnderRules).toEqual([
      { rule: 'FSS_LEFT_FOR_GOOD', verdict: 'NOT_MET', because: 'LEFT_EARLY_FOR_GOOD', inForce: false, leavesOut: expect.any(String) },
      { rule: 'FSS_MAY_RETURN', verdict: 'NOT_MET', because: 'LEFT_EARLY', inForce: true, leavesOut: expect.any(String) },
    ]);
  });
});

const REST = 'supportActivities { kind kindLabel on minutes mode } activityPauses { startedOn endedOn } supportContacts { on mode agreed nextStep nextOn controller } fundingAwards { fund fundLabel pays startedOn endedOn amountPence controller }';
interface Rest {
  readonly supportActivities: readonly object[] | null;
  readonly activityPauses: readonly object[] | null;
  readonly supportContacts: readonly { readonly agreed: string }[] | null;
  readonly fundingAwards: readonly object[] | null;
}

const contactsOfMorag = async (granted: readonly string[]): Promise<number> => (await open.see<Rest>('morag', REST, { granted })).supportContacts!.length;

describe('what was done, said and paid', () => {
  test('comes latest first, with its kind in words and money in whole pence', async () => {
    const { supportActivities, activityPauses, supportContacts, fundingAwards } = await open.see<Rest>('morag', REST, shared);
    expect(activityPauses).toEqual([{ startedOn: open.on(-31), endedOn: open.on(-25) }]);
    expect(supportActivities!.slice(0, 2)).toEqual([
      { kind: 'COURSE', kindLabel: 'A course or class', on: open.on(-4), minutes: 120, mode: 'GROUP' },
      { kind: 'ONE_TO_ONE', kindLabel: 'Time with a worker', on: open.on(-6), minutes: 60, mode: 'IN_PERSON' },
    ]);
    expect(supportContacts![0]).toEqual({
      on: open.on(-6), mode: 'PHONE', agreed: 'Ask the school office about term-time posts.', nextStep: 'Ring the school office', nextOn: open.on(1), controller: 'fife-pathways',
    });
    expect(fundingAwards).toEqual([{ fund: 'NOLB', fundLabel: 'No One Left Behind', pays: 'TRAINING', startedOn: open.on(-38), endedOn: open.on(52), amountPence: 42_500, controller: 'fife-pathways' }]);
  });

  test('a talk that tells of a condition is not there without it', async () => {
    expect([await contactsOfMorag(['SUPPORT_RECEIVED']), await contactsOfMorag(['SUPPORT_RECEIVED', 'CONDITIONS'])]).toEqual([2, 3]);
  });

  test.each([
    ['Fife Works holds nothing of it', ISLA, { own: ALL }, [0, 0, 0, 0]],
    ['the provider reads its own', PROVIDER, { own: ALL }, [8, 1, 2, 1]],
    ['a grant for another controller\'s rows shows none', ISLA, { granted: ALL, sources: { SUPPORT_RECEIVED: ['fife-housing'] } }, [0, 0, 0, 0]],
  ] as const)('%s', async (_what, caller, shares, counts) => {
    const { supportActivities, activityPauses, supportContacts, fundingAwards } = await open.see<Rest>('morag', REST, shares, caller);
    expect([supportActivities, activityPauses, supportContacts, fundingAwards].map((rows) => rows!.length)).toEqual(counts);
  });

  test('not shared is nothing, with records or without', async () => {
    const nothing = { supportActivities: null, activityPauses: null, supportContacts: null, fundingAwards: null, fundingConflicts: null };
    for (const key of ['morag', 'jean']) expect(await open.see(key, `${REST} fundingConflicts { fund }`, { granted: ['ACTION_PLAN', 'BARRIERS', 'WORK_SINCE'] })).toEqual(nothing);
  });
});

describe('funds that may not pay', () => {
  const CONFLICTS = 'fundingConflicts { kind award { fund controller } other { fund } fund fundLabel rule ruleLabel source stillAllowed from until }';

  test('which fund, which rule, until when, and what is still allowed', async () => {
    expect(await open.see('morag', CONFLICTS, shared)).toEqual({ fundingConflicts: [{
      kind: 'CLOSED', award: { fund: 'NOLB', controller: 'fife-pathways' }, other: null, fund: 'UKSPF', fundLabel: 'UK Shared Prosperity Fund',
      rule: 'NOLB_NOT_UKSPF', ruleLabel: 'What No One Left Behind pays, the UK Shared Prosperity Fund does not pay again',
      source: expect.any(String), stillAllowed: ['Another cost of the same person, such as travel'], from: open.on(0), until: open.on(52),
    }] });
  });

  test('shared and no award is no conflict', async () => {
    expect(await open.see('jean', CONFLICTS, shared)).toEqual({ fundingConflicts: [] });
  });
});

test('spells, stages, phases and activities of many people are one query each, rules and all', async () => {
  const other = await openEmployability();
  const tables = ['Participation', 'StageReached', 'ParticipationPhase', 'SupportActivity', 'ActivityPause', 'ActivityRule', 'LeavingRule'];
  const counts = await Promise.all(tables.map((table) => countQueries(other.room.databaseUrl, table)));
  const people = Object.fromEntries(['morag', 'callum', 'aisha', 'hamish', 'jean'].map((key) => [other.idOf(key), shared]));
  await other.room.entities('participations { stage stages { on } phases { phase } activityUnderRules { verdict } leavingUnderRules { verdict } } supportActivities { on }', people);
  expect(await Promise.all(counts.map(({ count }) => count()))).toEqual(tables.map(() => 1));
  await Promise.all(counts.map(({ close }) => close()));
  await other.room.close();
});
