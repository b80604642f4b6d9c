import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ISLA } from '@thegither/subgraph/testing';
import { categoryNamed } from '@thegither/vocabulary';
import { placeKey } from './placeKey.ts';
import { COUNCILS } from './reference/councils.ts';
import { PARTNERSHIPS } from './reference/partnerships.ts';
import { REFERRAL_SOURCES } from './reference/referralSources.ts';
import { TERMS } from './reference/terms.ts';
import { termCode } from './termCode.ts';
import { openReferrals, type ReferralsUnderTest } from './testing/openReferrals.ts';

let room: ReferralsUnderTest;
beforeAll(async () => { room = await openReferrals(); });
afterAll(() => room?.close());

const query = async (text: string, variables: Record<string, unknown> = {}, caller = ISLA) => room.ask({ query: text, variables, use: 'query', caller });

interface CouncilSeen { readonly code: string; readonly name: string; readonly source: string; readonly asOf: string; readonly aliases: readonly { readonly alias: string; readonly kind: string; readonly source: string }[] }

const councils = async (): Promise<CouncilSeen[]> => (await query('{ councils { code name source asOf aliases { alias kind source } } }')).data?.['councils'] as CouncilSeen[];

describe('the councils', () => {
  test('are 32, by name, each with who publishes it and when it was checked', async () => {
    const seen = await councils();
    expect(seen).toHaveLength(32);
    expect(new Set(seen.map(({ code }) => code)).size).toBe(32);
    expect(seen.map(({ name }) => name)).toEqual(COUNCILS.map(({ name }) => name));
    for (const { code, source, asOf, aliases } of seen) {
      expect(code).toMatch(/^S12\d{6}$/);
      expect([source.length > 0, asOf]).toEqual([true, '2025-07-10']);
      for (const alias of aliases) expect(alias.source.length).toBeGreaterThan(0);
    }
  });

  test.each([
    ['Fife', 'S12000047', ['S12000015'], ['250']], ['Glasgow City', 'S12000049', ['S12000043', 'S12000046'], ['260']], ['North Lanarkshire', 'S12000050', ['S12000044'], []],
    ['Perth and Kinross', 'S12000048', ['S12000024'], []], ['East Dunbartonshire', 'S12000045', ['S12000009'], []], ['Dundee City', 'S12000042', [], ['180']], ['City of Edinburgh', 'S12000036', [], []],
  ])('%s is %s, before %j, HL1 %j', async (name, code, superseded, hl1) => {
    const council = (await councils()).find((one) => one.name === name)!;
    const of = (kind: string) => council.aliases.filter((alias) => alias.kind === kind).map(({ alias }) => alias);
    expect([council.code, of('SUPERSEDED_CODE'), of('HL1_CODE')]).toEqual([code, superseded, hl1]);
  });

  test('no code, old code or name means two of them', () => {
    const keys = COUNCILS.flatMap(({ code, superseded = [], hl1, name, names = [] }) => [...new Set([code, ...superseded, ...(hl1 ? [hl1] : []), name, ...names].map(placeKey))]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each([
    ['Perth & Kinross', 'perth and kinross'], ['  The  Highland Council', 'highland'], ['PERTH AND KINROSS COUNCIL', 'perth and kinross'], ['Fife council area', 'fife'], ['S12000047', 's12000047'], ['Council', 'council'], ['', ''],
  ])('%j is looked up as %j', (text, key) => { expect(placeKey(text)).toBe(key); });
});

describe('the partnerships', () => {
  test('are one in each council area, and one of three councils', async () => {
    const { data } = await query('{ partnerships { code name kind councils { name } source asOf } }');
    const seen = data?.['partnerships'] as { code: string; kind: string; councils: { name: string }[]; source: string }[];
    expect(seen).toHaveLength(33);
    expect(seen.filter(({ kind }) => kind === 'COUNCIL').map(({ councils }) => councils.length)).toEqual(Array.from({ length: 32 }, () => 1));
    expect(seen.find(({ code }) => code === 'employabilitay')!.councils.map(({ name }) => name)).toEqual(['Angus', 'Dundee City', 'Perth and Kinross']);
    for (const { source } of seen) expect(source.length).toBeGreaterThan(0);
  });

  test('leave out no council', () => {
    expect(new Set(PARTNERSHIPS.flatMap(({ councils }) => councils))).toEqual(new Set(COUNCILS.map(({ code }) => code)));
  });
});

describe('the words that services are found by', () => {
  test('each tell a category of the register, in no answer', async () => {
    for (const { tells } of [...TERMS, ...REFERRAL_SOURCES]) expect(categoryNamed(tells)).toBeDefined();
    for (const list of ['terms', 'referralSources']) expect(await query(`{ ${list} { tells } }`)).toMatchObject({ status: 400 });
    const { data } = await query('{ terms { code label use source asOf } referralSources { code label source asOf } }');
    expect(data?.['terms']).toHaveLength(TERMS.length);
    expect(data?.['referralSources']).toHaveLength(REFERRAL_SOURCES.length);
  });

  test('no two are written alike', () => {
    const written = TERMS.flatMap(({ code, label, aliases }) => [...new Set([code, termCode(label), ...aliases.map(termCode)])]);
    expect(written.filter((word, index) => written.indexOf(word) !== index)).toEqual([]);
  });

  test.each([['Mental health', 'MENTAL_HEALTH'], ['mental-health ', 'MENTAL_HEALTH'], ['Gàidhlig', 'GAIDHLIG'], ['Alcohol & drugs', 'ALCOHOL_AND_DRUGS'], ['16 to 24', '16_TO_24'], ['...', '']])('%j is the code %j', (text, code) => {
    expect(termCode(text)).toBe(code);
  });
});

describe('the log of who was shown the way', () => {
  const QUERY = 'query ($year: Int!, $quarter: Int!, $place: String) { signposts(year: $year, quarter: $quarter, place: $place) { council need count } }';
  const today = new Date(), year = today.getUTCFullYear(), quarter = Math.floor(today.getUTCMonth() / 3) + 1;
  const counts = async (variables: Record<string, unknown>) => (await query(QUERY, { year, quarter, ...variables })).data?.['signposts'];

  test('has no person, no worker, no agency and no time of day in it', async () => {
    const columns = await room.sql(`SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = 'Signpost' ORDER BY 1`);
    expect(columns).toEqual([{ name: 'councilCode', type: 'text' }, { name: 'id', type: 'uuid' }, { name: 'need', type: 'text' }, { name: 'on', type: 'date' }, { name: 'tool', type: 'USER-DEFINED' }]);
  });

  test('is counted by place and need, and a number under five is not told', async () => {
    expect(await counts({})).toEqual([
      { council: 'S12000033', need: 'JOB_SEARCH', count: null },
      { council: 'S12000047', need: 'HOUSING_ADVICE', count: 9 }, { council: 'S12000047', need: 'MONEY_ADVICE', count: 6 },
      { council: 'S12000049', need: 'ALCOHOL_AND_DRUGS', count: null }, { council: 'S12000049', need: 'JOB_SEARCH', count: 7 },
    ]);
  });

  test.each([[4, null], [5, 5]])('%i are told as %j', async (times, told) => {
    await room.sql(`INSERT INTO "Signpost" SELECT gen_random_uuid(), 'NAVIGATOR', 'LEARNING', 'S12000030', '2001-05-05' FROM generate_series(1, ${times})`);
    expect(await counts({ year: 2001, quarter: 2 })).toEqual([{ council: 'S12000030', need: 'LEARNING', count: told }]);
    await room.sql(`DELETE FROM "Signpost" WHERE "on" < '2002-01-01'`);
  });

  test('is of one place where one is named, and of whole quarters', async () => {
    expect(await counts({ place: '250' })).toHaveLength(2);
    expect(await counts({ year: year - 1 })).toEqual([]);
  });

  test.each([[{ quarter: 0 }], [{ quarter: 5 }], [{ year: 1999 }], [{ place: 'nowhere' }]])('is not asked with %j', async (variables) => {
    expect((await query(QUERY, { year, quarter, ...variables })).errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
  });

  test('is for workers', async () => {
    const { errors } = await room.ask({ query: QUERY, variables: { year, quarter }, use: 'query', caller: { kind: 'person', person: room.persona('jean') } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
