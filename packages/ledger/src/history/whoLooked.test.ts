import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NOTHING, maskOf, namesIn } from '@thegither/consent';
import { SEALS, agree, asWorker, byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';
import { SEAL_BYTES } from '../seal/seals.ts';
import { DISCLOSURES_SQL } from './disclosuresSql.ts';
import type { DisclosureLine, DisclosurePage } from './readDisclosures.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

interface Told {
  readonly at: string;
  readonly worker?: string | null;
  readonly agency?: string | null;
  readonly purpose?: string | null;
  readonly kind?: 'LIST' | 'LOOK';
  readonly released?: readonly string[];
  readonly own?: readonly string[];
  readonly withheld?: readonly string[];
  readonly grants?: readonly string[];
  readonly hash?: string;
}

const dayOf = (at: string): string => new Date(at).toLocaleDateString('en-GB', { timeZone: 'Europe/London' });

const PLAIN = 'aa'.repeat(32), WHOLE = 'bb'.repeat(32);

/** Puts it on the record as the release would, at a moment of the test's own. */
async function tell(person: string, told: Told): Promise<void> {
  const { at, worker = 'isla', agency = 'fife-works', purpose = 'EMPLOYABILITY_SUPPORT', kind = 'LOOK', released = ['NAME_AND_CONTACT'], own = [], withheld = [], grants = [], hash = PLAIN } = told;
  const to = { id: randomUUID(), person, request: randomUUID(), attempt: 1 };
  const sealed = SEALS.seal(to, { asked: maskOf(...released, ...withheld), released: maskOf(...released), releasedOwn: maskOf(...own) });
  await house.pool.query(
    `INSERT INTO disclosure (id, request, attempt, person, after_position, at, worker, agency, roles, purpose, sealed, grants, operation_hash, decision_version, kind, gateway_key)
     VALUES ($1, $2, 1, $3, 0, $4, $5, $6, '{KEY_WORKER}', $7, $8, $9, decode($10, 'hex'), '1', $11, 'k')`,
    [to.id, to.request, person, at, worker, agency, purpose, sealed, grants, hash, kind]);
}

const seen = (person: string, page: Partial<DisclosurePage> = {}): Promise<DisclosureLine[]> => house.ledger.readDisclosures(person, { first: 50, ...page });
const days = async (person: string, page: Partial<DisclosurePage> = {}): Promise<string[]> => (await seen(person, page)).map(({ at }) => new Date(at).toISOString().slice(0, 10));

describe('a worker\'s lists of one day are one line', () => {
  const list = (at: string, more: Partial<Told> = {}): Told => ({ at, kind: 'LIST', ...more });

  test('with the first and the last time, and everything that any of them told', async () => {
    const person = somebody(), grant = await agree(house.ledger, person, 'ACTION_PLAN');
    await tell(person, list('2026-11-20T09:00:00Z', { withheld: ['ACTION_PLAN'] }));
    await tell(person, list('2026-11-20T11:00:00Z', { released: ['NAME_AND_CONTACT', 'ACTION_PLAN'], grants: [grant] }));
    await tell(person, list('2026-11-20T16:30:00Z', { withheld: ['SKILLS'] }));
    const [line, ...others] = await seen(person);
    expect(others).toEqual([]);
    expect([line!.firstAt, line!.at].map((at) => new Date(at).toISOString())).toEqual(['2026-11-20T09:00:00.000Z', '2026-11-20T16:30:00.000Z']);
    expect([line!.released, line!.attempted].map(namesIn)).toEqual([['NAME_AND_CONTACT', 'ACTION_PLAN'], ['SKILLS']]);
    expect(line!.parts.map(({ reason, grants }) => [reason, ...grants.map(({ id }) => id)])).toEqual([['ASSIGNED'], ['AGREED', grant]]);
  });

  test.each<[string, readonly Told[], number]>([
    ['another day', [list('2026-11-20T09:00:00Z'), list('2026-11-21T09:00:00Z')], 2],
    ['another worker', [list('2026-11-20T09:00:00Z'), list('2026-11-20T09:01:00Z', { worker: 'rory' })], 2],
    ['another purpose', [list('2026-11-20T09:00:00Z'), list('2026-11-20T09:01:00Z', { purpose: 'REFERRAL' })], 2],
    ['another agency', [list('2026-11-20T09:00:00Z'), list('2026-11-20T09:01:00Z', { agency: 'fife-housing' })], 2],
    ['a look', [list('2026-11-20T09:00:00Z'), { at: '2026-11-20T09:01:00Z' }, { at: '2026-11-20T09:02:00Z' }], 3],
    ['no purpose twice', [list('2026-11-20T09:00:00Z', { purpose: null }), list('2026-11-20T09:01:00Z', { purpose: null })], 1],
    ['the same moment twice', [list('2026-11-20T09:00:00Z'), list('2026-11-20T09:00:00Z')], 1],
    ['the hour before midnight in Scottish summer', [list('2026-07-01T22:59:59Z'), list('2026-07-01T23:00:00Z')], 2],
    ['the first and the last minute of a day with an hour more', [list('2026-10-24T23:01:00Z'), list('2026-10-25T23:59:00Z')], 1],
  ])('not with %s', async (_, told, lines) => {
    const person = somebody();
    for (const one of told) await tell(person, one);
    expect(await seen(person)).toHaveLength(lines);
  });

  test('and pages of any size show every line once, in one order', async () => {
    const person = somebody();
    for (let day = 1; day <= 6; day++) {
      for (const hour of ['08', '09', '10']) await tell(person, list(`2026-11-0${day}T${hour}:00:00Z`, { worker: day % 2 ? 'isla' : 'rory' }));
      await tell(person, { at: `2026-11-0${day}T09:30:00Z` });
    }
    const whole = (await seen(person)).map(({ id }) => id);
    expect(whole).toHaveLength(12);
    for (const first of [1, 2, 5]) {
      const paged: string[] = [];
      for (let after: string | undefined; ;) {
        const page = await seen(person, { first, after });
        if (page.length === 0) break;
        paged.push(...page.map(({ id }) => id));
        after = page.at(-1)!.cursor;
      }
      expect(paged).toEqual(whole);
    }
  });
});

describe('in a history that is longer than what is read at once', () => {
  const NAMES = ['ACTION_PLAN', 'SKILLS', 'CONDITIONS'];
  const TOLD = Array.from({ length: 480 }, (_, n) => ({
    at: new Date(Date.UTC(2026, 9, 20) + n * 47 * 60_000).toISOString(), kind: n % 3 ? 'LIST' as const : 'LOOK' as const, worker: n % 2 ? 'isla' : 'rory',
    released: [NAMES[n % NAMES.length]!], withheld: n % 7 ? [] : ['CONVICTIONS'],
  }));
  let person: string;
  beforeAll(async () => {
    person = somebody();
    for (const told of TOLD) await tell(person, told);
  }, 60_000);

  test.each<[string, Partial<DisclosurePage>, (told: (typeof TOLD)[number]) => boolean]>([
    ['nothing said', {}, () => true],
    ['a topic', { category: 'SKILLS' }, ({ released }) => released.includes('SKILLS')],
    ['a topic that few lines name', { category: 'CONVICTIONS' }, ({ withheld }) => withheld.includes('CONVICTIONS')],
    ['a topic and a worker', { category: 'SKILLS', recipient: { worker: 'isla' } }, ({ released, worker }) => released.includes('SKILLS') && worker === 'isla'],
  ])('every line stands once and in order, however small the pages: %s', async (_, page, isChosen) => {
    const whole = await seen(person, { ...page, first: 1_000 });
    expect(whole).toHaveLength(new Set(TOLD.filter(isChosen).map(({ at, kind, worker }) => (kind === 'LIST' ? `${dayOf(at)} ${worker}` : at))).size);
    expect(whole.map(({ at }) => at)).toEqual(whole.map(({ at }) => at).toSorted((a, b) => b - a));
    for (const first of [1, 23]) {
      const paged: DisclosureLine[] = [];
      for (let after: string | undefined; ;) {
        const some = await seen(person, { ...page, first, after });
        if (some.length === 0) break;
        paged.push(...some);
        after = some.at(-1)!.cursor;
      }
      expect(paged).toEqual(whole);
    }
  }, 60_000);
});

test('a line of lists that is chosen by a topic is about the lists that name it, in the place of their last', async () => {
  const person = somebody();
  for (const [hour, released] of [['08', 'SKILLS'], ['09', 'ACTION_PLAN'], ['10', 'SKILLS'], ['12', 'ACTION_PLAN']] as const) await tell(person, { at: `2026-11-20T${hour}:00:00Z`, kind: 'LIST', released: [released] });
  await tell(person, { at: '2026-11-20T11:00:00Z', released: ['SKILLS'] });
  const hours = async (page: Partial<DisclosurePage>) => (await seen(person, page)).map(({ firstAt, at, released }) => [new Date(firstAt).getUTCHours(), new Date(at).getUTCHours(), ...namesIn(released)]);
  expect(await hours({})).toEqual([[8, 12, 'ACTION_PLAN', 'SKILLS'], [11, 11, 'SKILLS']]);
  expect(await hours({ category: 'SKILLS' })).toEqual([[11, 11, 'SKILLS'], [8, 10, 'SKILLS']]);
});

test('a look whose seal was broken is a fault where it would be read, and no page before it is kept back', async () => {
  const person = somebody();
  for (let day = 1; day <= 3; day++) await tell(person, { at: `2026-11-0${day}T09:00:00Z` });
  const owner = await house.pool.connect();
  await owner.query('BEGIN');
  await owner.query('SET LOCAL session_replication_role = replica');
  await owner.query(`UPDATE disclosure SET sealed = set_bit(sealed, 150, 1 - get_bit(sealed, 150)) WHERE person = $1 AND at < '2026-11-02'`, [person]);
  await owner.query('COMMIT');
  owner.release();
  expect(await days(person, { first: 1 })).toEqual(['2026-11-03']);
  await expect(seen(person)).rejects.toMatchObject({ code: 'INTERNAL' });
  await expect(seen(person, { category: 'SKILLS' })).rejects.toMatchObject({ code: 'INTERNAL' });
});

describe('lines are chosen before the page is cut', () => {
  let person: string;
  beforeAll(async () => {
    person = somebody();
    await tell(person, { at: '2026-11-01T12:00:00Z', released: ['SKILLS'] });
    await tell(person, { at: '2026-11-02T12:00:00Z', worker: 'eilidh', withheld: ['CONDITIONS'] });
    await tell(person, { at: '2026-11-03T00:00:00Z', worker: 'ewan', agency: 'fife-housing' });
    await tell(person, { at: '2026-11-04T12:00:00Z', worker: 'kirsty', withheld: ['CONVICTIONS'], hash: WHOLE });
    await tell(person, { at: '2026-11-05T23:59:59Z', worker: null, agency: null, purpose: null, released: ['MY_SHARING'] });
  });

  test.each<[string, Partial<DisclosurePage>, readonly string[]]>([
    ['nothing said', {}, ['05', '04', '03', '02', '01']],
    ['from a day', { from: '2026-11-03' }, ['05', '04', '03']],
    ['to a day, its last moment with it', { to: '2026-11-03' }, ['03', '02', '01']],
    ['looks of others', { byOthers: true }, ['04', '03', '02', '01']],
    ['one day', { from: '2026-11-05', to: '2026-11-05' }, ['05']],
    ['an agency', { recipient: { agency: 'fife-housing' } }, ['03']],
    ['a worker', { recipient: { worker: 'eilidh' } }, ['02']],
    ['a team, whoever is in it', { recipient: { team: 'east' } }, ['04', '01']],
    ['nobody that there is', { recipient: { worker: 'nobody' } }, []],
    ['a category that was shown', { category: 'SKILLS' }, ['01']],
    ['a category that was asked and not given', { category: 'CONDITIONS' }, ['02']],
    ['a category that a whole-person document was not shown', { category: 'CONVICTIONS', wholePerson: [WHOLE] }, []],
    ['the same where it is not registered', { category: 'CONVICTIONS' }, ['04']],
    ['two that fit together', { recipient: { agency: 'fife-works' }, to: '2026-11-02' }, ['02', '01']],
    ['a page of two, filtered', { first: 2, recipient: { agency: 'fife-works' } }, ['04', '02']],
  ])('%s', async (_, page, expected) => {
    expect(await days(person, page)).toEqual(expected.map((day) => `2026-11-${day}`));
  });

  test.each<[string, Partial<DisclosurePage>]>([
    ['two recipients', { recipient: { agency: 'fife-works', worker: 'isla' } }], ['no recipient in it', { recipient: {} }], ['a category that is none', { category: 'SKILS' }],
    ['a day that is none', { from: '2026-02-31' }], ['a text that is no day', { to: 'yesterday' }], ['a year that the calendar does not have', { from: '0000-01-01' }], ['an end before the beginning', { from: '2026-11-02', to: '2026-11-01' }],
  ])('%s is refused', async (_, page) => {
    await expect(seen(person, page)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('what a registered whole-person document was not shown is no attempt, and stays on the record', async () => {
    const [line] = await seen(person, { recipient: { worker: 'kirsty' }, wholePerson: [WHOLE] });
    expect([line!.attempted, line!.withheld].map(namesIn)).toEqual([[], ['CONVICTIONS']]);
  });
});

describe('why', () => {
  test('a release writes down what was open from the agency\'s own rows alone, and the reading says so', async () => {
    const person = somebody(), address = maskOf('NAME_AND_CONTACT', 'WHERE_I_LIVE');
    await support(house.ledger, person, 'ewan');
    const caller = asWorker('ewan', 'fife-housing'), { people: [now] } = await house.ledger.decide(caller, 'ELIGIBILITY', [person]);
    const { granted, own } = now!.decision;
    await house.ledger.release({
      caller, request: randomUUID(), attempt: 1, purpose: 'ELIGIBILITY', operation: { hash: PLAIN, name: null }, kind: 'LOOK', gatewayKey: 'k',
      people: [{ person, known: true, granted, own, fingerprint: now!.fingerprint, asked: address, released: address }],
    });
    const [line] = await seen(person);
    expect(line!.parts.map(({ reason, categories }) => [reason, ...namesIn(categories)])).toEqual([['ASSIGNED', 'NAME_AND_CONTACT'], ['OWN_RECORD', 'WHERE_I_LIVE']]);
  });

  test('what was agreed is parted by the grants that cover it, with the day of each, whatever became of them', async () => {
    const person = somebody(), plan = await agree(house.ledger, person, 'ACTION_PLAN', 'SKILLS'), skills = await agree(house.ledger, person, 'SKILLS', 'CAREER_PLANS');
    await house.ledger.withdrawGrant({ ...byPerson(person), grant: plan });
    await tell(person, { at: '2026-11-20T09:00:00Z', released: ['ACTION_PLAN', 'SKILLS', 'CAREER_PLANS'], grants: [plan, skills] });
    const [line] = await seen(person);
    expect(line!.parts.map(({ categories, grants }) => [namesIn(categories), grants.map(({ id }) => id)])).toEqual([[['SKILLS'], [plan, skills]], [['ACTION_PLAN'], [plan]], [['CAREER_PLANS'], [skills]]]);
    expect(line!.parts.flatMap(({ grants }) => grants.map(({ byWorker: recorded }) => recorded))).not.toContain(true);
  });

  test('what a worker wrote down is not said to be the person\'s own word', async () => {
    const person = somebody();
    await support(house.ledger, person);
    const { subject } = await house.ledger.recordGrant({ ...byWorker('isla', person), categories: ['SKILLS'], recipient: { agency: 'fife-works' }, channel: 'IN_PERSON', words: 'Yes, share my skills.' });
    await tell(person, { at: '2026-11-20T09:00:00Z', released: ['SKILLS'], grants: [subject] });
    expect((await seen(person))[0]!.parts[0]!.grants).toEqual([{ id: subject, categories: maskOf('SKILLS'), at: expect.any(Number), byWorker: true, byRepresentative: false }]);
  });

  test('somebody\'s own look is theirs', async () => {
    const person = somebody();
    await tell(person, { at: '2026-11-20T09:00:00Z', worker: null, agency: null, purpose: null, released: ['CONDITIONS'] });
    expect((await seen(person))[0]).toMatchObject({ worker: null, parts: [{ reason: 'SELF', categories: maskOf('CONDITIONS') }] });
  });

  test('a look that was shown nothing has no parts', async () => {
    const person = somebody();
    await tell(person, { at: '2026-11-20T09:00:00Z', released: [] });
    expect((await seen(person))[0]).toMatchObject({ released: NOTHING, parts: [] });
  });
});

test.each([['kind', 'GLANCE'], ['purpose', 'CURIOSITY']])('a line whose %s cannot be read is a fault and never left out', async (column, value) => {
  const person = somebody();
  await tell(person, { at: '2026-11-20T09:00:00Z', [column]: value });
  await expect(seen(person)).rejects.toMatchObject({ code: 'INTERNAL' });
});

test('a page is found by the index of the person\'s looks, also in a long history, whatever is chosen', async () => {
  const person = somebody();
  await house.pool.query(
    `INSERT INTO disclosure (id, request, attempt, person, after_position, at, worker, agency, roles, purpose, sealed, grants, operation_hash, decision_version, kind, gateway_key)
     SELECT gen_random_uuid(), gen_random_uuid(), 1, CASE WHEN n % 4 = 0 THEN $1 ELSE 'somebody ' || n % 97 END, 0, now() - n * interval '7 minutes', 'isla', 'fife-works', '{}', 'REFERRAL', $2, '{}', '\\xaa', '1',
            CASE WHEN n % 5 = 0 THEN 'LOOK' ELSE 'LIST' END, 'k' FROM generate_series(1, 20000) AS n`, [person, Buffer.alloc(SEAL_BYTES)]);
  await house.pool.query('ANALYZE disclosure');
  for (const agency of [null, 'fife-works']) {
    const { rows } = await house.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF) ${DISCLOSURES_SQL}`, [person, null, null, 200, null, null, null, agency, null, null, [], false, agency !== null]);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).not.toMatch(/Seq Scan on disclosure/);
    expect(plan).toMatch(/Index Scan using disclosure_person_at_idx/);
    // Of 5,000 looks no step goes through more than the page needs.
    const read = [...plan.matchAll(/(?:actual rows=|Rows Removed by Filter: )(\d+)/g)].map(([, rowsRead]) => Number(rowsRead));
    expect(Math.max(...read)).toBeLessThan(1_000);
  }
});
