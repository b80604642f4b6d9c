import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UNREAL_UPRN, personaNamed } from '@thegither/synthetic';
import type { ClaimedCaller, PersonId } from '@thegither/vocabulary';
import { Kind, parse } from 'graphql';
import { Client } from 'pg';
import { countQueries, openRoom, type RoomUnderTest } from '@thegither/subgraph/testing';
import { seedHousing } from '../prisma/seed.ts';
import { createHousing } from './housing.ts';

const TODAY = '2026-11-22';
const HELP = ['HOMELESSNESS_HELP'];

let room: RoomUnderTest;
let db: Client;
const idOf = (key: string): PersonId => room.idOf(personaNamed(key)!.spine);

beforeAll(async () => {
  room = await openRoom('housing', createHousing, { migrations: new URL('../prisma/migrations', import.meta.url), seed: (url, id) => seedHousing(url, id, TODAY) });
  db = new Client({ connectionString: room.databaseUrl });
  await db.connect();
});
afterAll(async () => {
  await db?.end();
  await room?.close();
});

const seen = async (key: string, field: string, granted: readonly string[], caller?: ClaimedCaller): Promise<unknown> =>
  Object.values((await room.entities(field, { [idOf(key)]: { granted } }, caller && { caller }))[0]!)[0];

describe('help with homelessness', () => {
  test('an approach is told with its reason, what was done and how it ended, in words', async () => {
    expect(await seen('derek', 'housingApproaches { approachedOn reasonCode reasonLabel activities outcomeCode outcomeLabel closedOn }', HELP)).toEqual([{
      approachedOn: '2026-10-13', reasonCode: 'ASKED_TO_LEAVE', reasonLabel: 'Asked to leave by those they stayed with', activities: ['INFORMATION'],
      outcomeCode: 'HOMELESS_APPLICATION', outcomeLabel: 'Applied as homeless', closedOn: '2026-10-18',
    }]);
  });

  test('an application has the words of its HL1 code, and none before it is decided', async () => {
    const field = 'homelessApplications { stage assessedOn decisionCode decisionLabel contactKept }';
    expect(await seen('fiona', field, HELP)).toEqual([{ stage: 'OUTCOME', assessedOn: '2026-05-11', decisionCode: '1', decisionLabel: 'Homeless', contactKept: true }]);
    expect(await seen('callum', field, HELP)).toEqual([{ stage: 'ASSESSMENT', assessedOn: null, decisionCode: null, decisionLabel: null, contactKept: null }]);
  });

  test('no fixed address is a record, not a blank', async () => {
    expect(await seen('derek', 'noFixedAddress { since until staying }', HELP)).toEqual([{ since: '2026-10-03', until: null, staying: 'With friends in Kirkcaldy, a week at a time' }]);
  });

  // The prison asked Callum: whoever reads that reads where he is.
  test.each([
    [HELP, 0, 0, 1],
    [[...HELP, 'CONVICTIONS'], 0, 0, 1],
    [[...HELP, 'JUSTICE_SUPPORT'], 1, 1, 2],
  ])('of Callum %j shows %i approaches, %i times that he was asked, and %i events', async (granted, approaches, asked, events) => {
    expect(await seen('callum', 'housingApproaches { reasonCode }', granted)).toHaveLength(approaches);
    expect(await seen('callum', 'askedAboutHousing { body by done }', granted)).toHaveLength(asked);
    expect(await seen('callum', 'homelessnessHelpTimeline { title }', granted)).toHaveLength(events);
  });
});

describe('the timeline', () => {
  test('tells the events of one category, latest first', async () => {
    expect(await seen('morag', 'housingMoneyTimeline { on kind title by controller }', ['HOUSING_MONEY'])).toEqual([
      { on: '2026-11-05', kind: 'BENEFIT_CHECK', title: 'Help with the rent was checked', by: 'Welfare rights officer', controller: 'fife-housing' },
      { on: '2026-11-04', kind: 'PLAN_AGREED', title: 'A plan for the rent was agreed', by: 'Housing officer', controller: 'fife-housing' },
    ]);
    expect(await seen('morag', 'whereILiveTimeline { kind }', ['WHERE_I_LIVE'])).toEqual([{ kind: 'TENANCY_BEGAN' }]);
  });

  test('tells the latest 200 and no more', async () => {
    await db.query(
      `INSERT INTO "TimelineEvent" SELECT gen_random_uuid(), $1, 'fife-housing', 'WHERE_I_LIVE', DATE '2020-01-01' + n, 'NOTE', 'Event ' || n, NULL, '{}' FROM generate_series(1, 203) AS n`, [idOf('tam')]);
    const events = (await seen('tam', 'whereILiveTimeline { title }', ['WHERE_I_LIVE'])) as { title: string }[];
    expect([events.length, events[0]!.title, events.at(-1)!.title]).toEqual([200, 'Event 203', 'Event 4']);
  });

  test('is one query for a field, however many people', async () => {
    const queries = await countQueries(room.databaseUrl, 'TimelineEvent');
    const people = Object.fromEntries(['morag', 'fiona', 'jean', 'callum'].map((key) => [idOf(key), { granted: ['WHERE_I_LIVE'] }]));
    await room.entities('whereILiveTimeline { title }', people);
    expect(await queries.count()).toBe(1);
    await queries.close();
    await db.query('DROP VIEW "TimelineEvent"; ALTER TABLE "TimelineEvent_rows" RENAME TO "TimelineEvent"');
  });
});

describe('a rent account', () => {
  test('has a state and the day of its benefit check', async () => {
    expect(await seen('morag', 'rentAccounts { standing planAgreedOn benefitCheckDone benefitCheckOn }', ['HOUSING_MONEY']))
      .toEqual([{ standing: 'PLAN_AGREED', planAgreedOn: '2026-11-04', benefitCheckDone: true, benefitCheckOn: '2026-11-05' }]);
  });

  test('has no field that could hold a figure', () => {
    const schema = parse(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
    const account = schema.definitions.find((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'RentAccount');
    expect(JSON.stringify(account)).toContain('benefitCheckDone');
    expect(JSON.stringify(account)).not.toMatch(/"(Int|Float)"/);
  });

  test('has no column that could hold one', async () => {
    const { rows } = await db.query<{ type: string }>(`SELECT DISTINCT data_type AS type FROM information_schema.columns WHERE table_name = 'RentAccount'`);
    expect(rows.map(({ type }) => type).filter((type) => /int|numeric|money|double|real/.test(type))).toEqual([]);
  });
});

const ask = async (field: string): Promise<{ code: string; label: string; source: string }[]> =>
  Object.values((await room.ask({ query: `{ ${field} { code label source validFrom validTo } }`, use: 'query' })).data!)[0] as { code: string; label: string; source: string }[];

describe('the lists of codes are open to every worker', () => {
  test('decisions are those of HL1 that are in use, in the order of their codes', async () => {
    expect((await ask('homelessDecisions')).map(({ code }) => code)).toEqual(['1', '2', '4', '5', '7', '9', '10', '11', '12']);
  });

  test.each(['homelessDecisions', 'housingReasons', 'housingOutcomes'])('%s say who publishes them', async (field) => {
    const rows = await ask(field);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ label, source }) => !label || !source.includes('Scottish Government'))).toEqual([]);
  });
});

describe('the tables refuse', () => {
  const INSERT = 'INSERT INTO "AskedAboutHousing" VALUES (gen_random_uuid(), \'x\', \'fife-housing\', DATE \'2026-11-22\'';
  test.each([
    ['a property reference of letters', `UPDATE "Tenancy" SET uprn = 'KY1'`, /Tenancy_uprn_written/],
    ['one of thirteen digits', `UPDATE "Tenancy" SET uprn = '0000000000000'`, /Tenancy_uprn_written/],
    ['a decision that HL1 does not have', `UPDATE "HomelessApplication" SET "decisionCode" = '3'`, /decisionCode_fkey/],
    ['a figure in an event about money', `UPDATE "TimelineEvent" SET title = 'Owes £300' WHERE category = 'HOUSING_MONEY'`, /TimelineEvent_no_figure/],
    ['an event of another room', `UPDATE "TimelineEvent" SET category = 'SKILLS'`, /TimelineEvent_category_ours/],
    ['an event without labels', `UPDATE "TimelineEvent" SET labels = NULL`, /TimelineEvent_labels_said/],
    ['an approach without the label of its reason', `UPDATE "HousingApproach" SET labels = '{}'`, /HousingApproach_labels_said/],
    ['an approach that says its reason tells something else', `UPDATE "HousingApproach" SET tells = 'HOUSING_MONEY', labels = '{HOUSING_MONEY}'`, /reasonCode_tells_fkey/],
    ['a question of a prison without the label', `${INSERT}, 'PRISON', NULL, NULL, '{}')`, /AskedAboutHousing_labels_said/],
    ['a question of a hospital without the label', `${INSERT}, 'HEALTH_BOARD', NULL, NULL, '{JUSTICE_SUPPORT}')`, /AskedAboutHousing_labels_said/],
    ['a question without labels', `${INSERT}, 'SOCIAL_LANDLORD', NULL, NULL, NULL)`, /AskedAboutHousing_labels_said/],
  ])('%s', async (_what, sql, constraint) => {
    await expect(db.query(sql)).rejects.toThrow(constraint);
  });
});

test('a home is told by a reference that no property has', async () => {
  expect(await seen('morag', 'tenancies { kind startedOn endedOn uprn controller }', ['WHERE_I_LIVE']))
    .toEqual([{ kind: 'SCOTTISH_SECURE', startedOn: '2022-10-14', endedOn: null, uprn: UNREAL_UPRN, controller: 'fife-housing' }]);
});
