import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EVERYTHING, covers, maskOf, toInt8, type Grant, type PersonDecision } from '@thegither/consent';
import { PURPOSES, REGISTER, type Caller } from '@thegither/vocabulary';
import { openPool } from '../connection/openPool.ts';
import { decideAll } from '../release/decideAll.ts';
import { WORKERS, asWorker, byPerson, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';
import { readFacts, readStanding } from './readStanding.ts';
import { PERSON_STANDING_SQL, WORKER_STANDING_SQL } from './standingSql.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

/** The same numbers in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
const next = seeded(20_261_122);
const oneOf = <T>(list: readonly T[]): T => list[next(list.length)]!;
const someCategories = (): string => toInt8(maskOf(...Array.from({ length: 1 + next(6) }, () => oneOf(REGISTER).name)));

type Recipient = readonly [agency: string | null, team: string | null, worker: string | null];
const anybody = (): Recipient => oneOf<Recipient>([
  ['fife-works', null, null], ['fife-housing', null, null], [null, 'east', null], [null, 'west', null], ...WORKERS.map(({ id }): Recipient => [null, null, id]),
]);

const grant = (person: string, [agency, team, worker]: Recipient) => house.pool.query(
  `INSERT INTO sharing_grant (id, person, recipient_agency, recipient_team, recipient_worker, purpose, categories, sources, basis, control, access_from, access_to, state, opened_event)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'CONSENT', 'CHOICE', now() - interval '9 days', now() + $9::interval, $10, $1)`,
  [randomUUID(), person, agency, team, worker, oneOf(PURPOSES), someCategories(), oneOf([[], ['fife-housing']]), oneOf(['90 days', '-1 days']), oneOf(['ACTIVE', 'PAUSED', 'WITHDRAWN', 'RECORDED_UNCONFIRMED'])]);
const refusal = (person: string, [agency, team, worker]: Recipient) => house.pool.query(
  'INSERT INTO refusal (id, person, recipient_agency, recipient_team, recipient_worker, purpose, categories, opened_event) VALUES ($1, $2, $3, $4, $5, $6, $7, $1)',
  [randomUUID(), person, agency, team, worker, oneOf([null, ...PURPOSES]), someCategories()]);
const exclusion = (person: string, [agency, team, worker]: Recipient) => house.pool.query(
  'INSERT INTO exclusion (id, person, recipient_agency, recipient_team, recipient_worker, opened_event) VALUES ($1, $2, $3, $4, $5, $1)', [randomUUID(), person, agency, team, worker]);

test('reading only what is about the caller decides as reading everything does, for the same reasons', async () => {
  const people = Array.from({ length: 40 }, somebody);
  for (const person of people) {
    await support(house.ledger, person, oneOf(['isla', 'eilidh', 'ewan']));
    for (let n = 0; n < 8; n++) await grant(person, anybody());
    for (let n = next(4); n > 0; n--) await refusal(person, anybody());
    if (next(4) === 0) await exclusion(person, anybody());
  }
  const facts = new Map((await readFacts(house.pool, people)).facts);
  const seen = new Set<string>();
  for (const { id, agency } of WORKERS) {
    const standing = await readStanding(house.pool, asWorker(id, agency), people);
    for (const purpose of PURPOSES) {
      const byAbout = decideAll(standing, purpose).people, byAll = decideAll({ ...standing, facts }, purpose).people;
      for (const [i, about] of byAbout.entries()) {
        const all = byAll[i]!;
        expect({ ...about, decision: about.decision.findings }).toEqual({ ...all, decision: all.decision.findings });
        for (const { reason } of about.decision.findings) seen.add(reason);
      }
    }
  }
  // Not a comparison of nothing with nothing.
  expect([...seen]).toEqual(expect.arrayContaining(['AGREED', 'REFUSED', 'EXCLUDED', 'PAUSED', 'WITHDRAWN', 'EXPIRED', 'OTHER_PURPOSE', 'NEVER_ASKED']));
});

/** Why each category is open or closed, in the register's order. */
const reasonsOf = (decision: PersonDecision) => REGISTER.map(({ name }) => decision.findings.find(({ categories }) => covers(categories, maskOf(name)))!.reason);

test('of what somebody agreed to and ended, however often, one for each recipient, purpose and way of ending is read, and decides as all of them do', async () => {
  const person = somebody();
  await support(house.ledger, person);
  await support(house.ledger, person, 'eilidh');
  for (let n = 0; n < 120; n++) {
    const stands = next(8) === 0;
    await house.pool.query(
      `INSERT INTO sharing_grant (id, person, recipient_agency, recipient_team, recipient_worker, purpose, categories, sources, basis, control, access_from, access_to, state, opened_event)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'CONSENT', 'CHOICE', now() - interval '9 days', now() + '90 days', $9, $1)`,
      [randomUUID(), person, ...oneOf<Recipient>([['fife-works', null, null], [null, 'east', null], [null, null, 'isla']]), oneOf(['EMPLOYABILITY_SUPPORT', 'ELIGIBILITY']), someCategories(), oneOf([[], ['fife-housing']]),
        stands ? oneOf(['ACTIVE', 'RECORDED_UNCONFIRMED', 'PAUSED']) : oneOf(['WITHDRAWN', 'SUPERSEDED', 'RENOUNCED', 'INVALIDATED'])]);
  }
  const { facts } = await readFacts(house.pool, [person]);
  const grants = facts.get(person)!.grants;
  const stand = grants.filter(({ state }) => state === 'ACTIVE' || state === 'RECORDED_UNCONFIRMED' || state === 'PAUSED');
  for (const worker of ['isla', 'eilidh']) {
    const standing = await readStanding(house.pool, asWorker(worker), [person]);
    const read = standing.facts.get(person)!.grants;
    const means = (one: Grant) => one.recipient.kind === 'agency' || worker === 'isla';
    const ended = new Set(grants.filter((one) => means(one) && !stand.includes(one)).map(({ recipient, purpose, state }) => JSON.stringify([recipient, purpose, state])));
    expect(read).toHaveLength(stand.filter(means).length + ended.size);
    expect(read).toEqual(expect.arrayContaining(stand.filter(means)));
    for (const purpose of PURPOSES) {
      const [some] = decideAll(standing, purpose).people, [all] = decideAll({ ...standing, facts }, purpose).people;
      expect({ ...some, decision: reasonsOf(some!.decision) }).toEqual({ ...all, decision: reasonsOf(all!.decision) });
      expect(some!.decision.granted).toBe(all!.decision.granted);
      expect(some!.decision.grantsFor(EVERYTHING).toSorted()).toEqual(all!.decision.grantsFor(EVERYTHING).toSorted());
    }
  }
});

test('of somebody whom a person asks about only by what right they act is read, and it decides as reading everything does', async () => {
  const person = somebody(), acting = somebody(), reading = somebody();
  for (let n = 0; n < 8; n++) await grant(person, anybody());
  await refusal(person, ['fife-works', null, null]);
  await exclusion(person, [null, null, 'isla']);
  await house.ledger.stopAll(byPerson(person));
  for (const [representative, powers] of [[acting, ['AGREE']], [reading, ['READ', 'STOP']]] as const) {
    await house.ledger.appointRepresentative({ ...byPerson(person), representative, powers, categories: ['SKILLS', 'ACTION_PLAN'] });
  }
  const everything = (await readFacts(house.pool, [person])).facts;
  const seen = [];
  for (const asks of [person, acting, reading, somebody()]) {
    const caller: Caller = { kind: 'person', person: asks };
    const standing = await readStanding(house.pool, caller, [person]);
    const [some] = decideAll(standing, undefined).people, [all] = decideAll({ ...standing, facts: everything }, undefined).people;
    expect({ ...some, decision: some!.decision.findings }).toEqual({ ...all, decision: all!.decision.findings });
    expect(standing.facts.get(person)).toMatchObject({ grants: [], refusals: [], exclusions: [], assignments: [], hold: null, authorities: everything.get(person)!.authorities.filter(({ representative }) => representative === asks) });
    seen.push([some!.decision.standing, some!.decision.granted !== 0n]);
  }
  expect(seen).toEqual([['SELF', true], ['REPRESENTATIVE', false], ['REPRESENTATIVE', true], ['NONE', false]]);
});

test('what cannot be read closes somebody to a worker whom it means and to whoever acts by it, and not to themselves', async () => {
  const person = somebody(), acting = somebody(), alsoActing = somebody();
  await support(house.ledger, person);
  await grant(person, ['fife-works', null, null]);
  for (const representative of [acting, alsoActing]) await house.ledger.appointRepresentative({ ...byPerson(person), representative, powers: ['READ'], categories: ['SKILLS'] });
  await house.pool.query(`UPDATE sharing_grant SET purpose = 'CURIOSITY' WHERE person = $1`, [person]);
  await house.pool.query(`UPDATE authority SET powers = '{SING}' WHERE representative = $1`, [acting]);
  const closedTo = async (caller: Caller): Promise<boolean> => decideAll(await readStanding(house.pool, caller, [person]), 'EMPLOYABILITY_SUPPORT').people[0]!.decision.granted === 0n;
  expect(await closedTo(asWorker('isla'))).toBe(true);
  expect(await closedTo({ kind: 'person', person: acting })).toBe(true);
  expect(await closedTo({ kind: 'person', person: alsoActing })).toBe(false);
  expect(await closedTo({ kind: 'person', person })).toBe(false);
});

test('of somebody\'s support only what is about the caller is read, and what the team has to do that they lead', async () => {
  const person = somebody();
  const [islas, eilidhs, ewans] = [await support(house.ledger, person, 'isla'), await support(house.ledger, person, 'eilidh'), await support(house.ledger, person, 'ewan')];
  const easts = randomUUID();
  await house.pool.query(
    `INSERT INTO assignment (id, person, recipient_team, purposes, access_from, state, assigned_by, reason, opened_event)
     SELECT $1, person, 'east', purposes, access_from, state, assigned_by, reason, $1 FROM assignment WHERE id = $2`, [easts, islas]);
  const readFor = async (id: string, agency: string) => (await readStanding(house.pool, asWorker(id, agency), [person])).facts.get(person)!.assignments.map((one) => one.id).toSorted();
  expect(await readFor('isla', 'fife-works')).toEqual([islas, easts].toSorted());
  expect(await readFor('kirsty', 'fife-works')).toEqual([islas, easts].toSorted());
  expect(await readFor('rory', 'fife-works')).toEqual([easts]);
  expect(await readFor('eilidh', 'fife-works')).toEqual([eilidhs]);
  expect(await readFor('ewan', 'fife-housing')).toEqual([ewans]);
  expect(await readFor('priya', 'fife-works')).toEqual([]);
  expect((await readFacts(house.pool, [person])).facts.get(person)!.assignments).toHaveLength(4);
});

/** How many rows a plan's parts found and did not take, itself and all below it. */
const passedOver = (plan: Plan): number =>
  (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0) + (plan.Plans ?? []).reduce((all, part) => all + passedOver(part), 0);
interface Plan { readonly 'Rows Removed by Filter'?: number; readonly 'Rows Removed by Index Recheck'?: number; readonly Plans?: readonly Plan[] }

const byWorkers = { text: WORKER_STANDING_SQL, by: 'eilidh' };
const byPersons = { text: PERSON_STANDING_SQL, by: somebody() };

test.each<[string, { readonly text: string; readonly by: string }, (person: string) => Promise<unknown>]>([
  ['grants', byWorkers, (person) => grant(person, ['fife-housing', null, null])],
  ['refusals', byWorkers, (person) => refusal(person, [null, 'east', null])],
  ['exclusions', byWorkers, (person) => exclusion(person, [null, null, 'isla'])],
  ['support', byWorkers, (person) => support(house.ledger, person, 'isla')],
  ['support, by the lead of another team', { ...byWorkers, by: 'kirsty' }, (person) => support(house.ledger, person, 'eilidh')],
  ['openings', { ...byWorkers, by: 'isla' }, (person) => house.pool.query(
    `INSERT INTO opening (id, person, kind, worker, agency, categories, ground, reason, access_from, access_to, review_by, told_from, opened_event)
     VALUES ($1, $2, 'BREAK_GLASS', 'eilidh', 'fife-works', 1, 'SERIOUS_THREAT', 'Said that they cannot go on.', now(), now() + interval '1 hour', now(), now(), $1)`, [randomUUID(), person])],
  ['grants, by somebody who acts for them', byPersons, (person) => grant(person, ['fife-works', null, null])],
  ['support, by somebody who acts for them', byPersons, (person) => support(house.ledger, person)],
  ['a hold, by somebody who acts for them', byPersons, (person) => house.ledger.stopAll(byPerson(person))],
  ['who else acts for them', byPersons, (person) => house.ledger.appointRepresentative({ ...byPerson(person), representative: somebody(), powers: ['READ'], categories: ['SKILLS'] })],
])('what is between a person and others is not looked at: %s', async (_, { text, by }, between) => {
  const person = somebody(), pool = openPool({ connectionString: house.url, connections: 1 });
  try {
    // The tables are too small here for an index to be worth its while.
    await pool.query('SET enable_seqscan = off');
    await pool.query(`PREPARE standing (text[], text) AS ${text}`);
    const explained = async (): Promise<Plan> => (await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE standing (ARRAY['${person}'], '${by}')`)).rows[0]!['QUERY PLAN'][0].Plan;
    expect(passedOver(await explained())).toBe(0);
    await between(person);
    expect(passedOver(await explained())).toBe(0);
  } finally {
    await pool.end();
  }
});

test('the statement is planned once for a connection, however often it is asked', async () => {
  const pool = openPool({ connectionString: house.url, connections: 1 });
  try {
    for (let n = 0; n < 7; n++) await readStanding(pool, asWorker(), [somebody()]);
    expect((await pool.query('SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE name = $1', ['worker-standing'])).rows).toEqual([{ generic_plans: '7', custom_plans: '0' }]);
  } finally {
    await pool.end();
  }
});

test.each<[string, Recipient]>([['nobody', [null, null, null]], ['two at once', ['fife-housing', null, 'rory']]])('a refusal to %s might mean the caller: it is read, and its person unreadable', async (_, recipient) => {
  // The table's own check forbids it; the reading does not lean on that.
  await house.pool.query('ALTER TABLE refusal DROP CONSTRAINT IF EXISTS refusal_one_recipient');
  const person = somebody();
  await support(house.ledger, person);
  await refusal(person, recipient);
  expect((await readStanding(house.pool, asWorker(), [person])).facts.get(person)).toMatchObject({ unreadable: true });
});
