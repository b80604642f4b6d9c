import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { NOTHING, maskOf } from '@thegither/consent';
import { workerNamed } from '@thegither/synthetic';
import { hold } from '../harness/faults.ts';
import { SEALS } from '../harness/houseDatabases.ts';
import type { Fault } from '../harness/proxy.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { act, agreeAnew, openGrants } from './acts.ts';
import { brokenPromises } from './brokenPromises.ts';
import { PATIENT } from '../harness/patient.ts';
import { latestRequest, toldOffTheRecord } from './released.ts';
import { openTestLedger, type TestLedger } from './testLedger.ts';

jest.setTimeout(60_000);

/*
 * The checks of this folder, against a decision service whose second decision is taken out and against records that break
 * one promise each: a check that cannot fail says nothing.
 */
let house: TestHouse, ledger: TestLedger, grant: string;
beforeAll(async () => {
  house = await startHouse({ through: ['employability', 'decisions'], patience: PATIENT });
  ledger = await openTestLedger(house);
});
afterAll(async () => {
  await ledger.close();
  await house.stop();
});
beforeEach(async () => {
  house.proxy('decisions').mend();
  grant = await agreeAnew(house, 'tam', ['ACTION_PLAN']);
  // Disclosures are never deleted: those that a test forges are never committed.
  await ledger.rows('BEGIN');
});
afterEach(() => ledger.rows('ROLLBACK'));

const RELEASED = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"status":"RELEASED","at":1}' };
const insteadOfRelease = (fault: Fault) => house.proxy('decisions').always(fault, ({ path }) => path === '/release');

/** Tam takes his grant back while his plan is in the gateway's hands. */
async function withdrawInTheMiddle() {
  const held = hold();
  house.proxy('employability').once(held.fault);
  const answered = house.ask('isla', 'query ($id: PersonId!) { person(id: $id) { actionPlan { goals { title } } } }', { id: house.personIdFor('isla', 'tam') });
  await held.arrived;
  await act(house, 'tam', 'withdrawGrant', 'tam', { grant });
  held.release();
  return answered;
}

/** A disclosure that keeps every promise, Tam's action plan to Isla, but for what is said. Positions and times are SQL. */
interface Forged {
  readonly persona: string;
  readonly worker: string;
  readonly cites: readonly string[];
  readonly released: readonly string[];
  readonly after: string;
  readonly at: string;
}

async function forge(changed: Partial<Forged> = {}): Promise<void> {
  const { persona, worker, cites, released, after, at }: Forged = {
    persona: 'tam', worker: 'isla', cites: [grant], released: ['ACTION_PLAN'], after: '(SELECT max(position) FROM event WHERE person = $3)', at: 'clock_timestamp()', ...changed,
  };
  const to = { id: randomUUID(), person: house.personIdFor('consent', persona), request: randomUUID(), attempt: 1 }, says = maskOf(...released);
  await ledger.rows(
    `INSERT INTO disclosure (id, request, attempt, person, after_position, at, worker, agency, roles, purpose, sealed, grants, operation_hash, decision_version, kind, gateway_key)
     VALUES ($1, $2, 1, $3, ${after}, ${at}, $4, $5, '{}', 'EMPLOYABILITY_SUPPORT', $6, $7, '', '1', 'LOOK', '')`,
    [to.id, to.request, to.person, worker, workerNamed(worker)!.agency, SEALS.seal(to, { asked: says, released: says, releasedOwn: NOTHING }), cites],
  );
}

test('with the second decision in its place nothing is broken, and nothing told that is not on the record', async () => {
  const answer = await withdrawInTheMiddle();
  expect(answer.body.data).toEqual({ person: { actionPlan: null } });
  expect(await brokenPromises(ledger)).toEqual([]);
  expect(await toldOffTheRecord(house, ledger, answer, 'tam', latestRequest(house))).toEqual([]);
});

test('without it what was withdrawn is told, and the check finds that it is on no record', async () => {
  insteadOfRelease(async () => RELEASED);
  const answer = await withdrawInTheMiddle();
  expect(answer.body.data).toMatchObject({ person: { actionPlan: { goals: expect.any(Array) } } });
  expect(await toldOffTheRecord(house, ledger, answer, 'tam', latestRequest(house))).toEqual(['ACTION_PLAN']);
});

test('where the record is written on the first decision\'s word, the check finds the broken promise', async () => {
  insteadOfRelease(async () => {
    await forge();
    return RELEASED;
  });
  await withdrawInTheMiddle();
  expect(await brokenPromises(ledger)).toEqual(['no disclosure cites a grant that had ended']);
});

test('a record that keeps every promise breaks none', async () => {
  await forge();
  expect(await brokenPromises(ledger)).toEqual([]);
});

test.each<{ promise: string; breaks: () => Promise<Partial<Forged>> }>([
  { promise: 'cites a grant that had ended', breaks: async () => (await act(house, 'tam', 'withdrawGrant', 'tam', { grant }), {}) },
  { promise: 'cites a grant that was not given yet', breaks: async () => ({ after: '(SELECT max(position) - 1 FROM event WHERE person = $3)' }) },
  { promise: 'cites a grant outside its time', breaks: async () => ({ at: `(SELECT access_to FROM sharing_grant WHERE id = '${grant}')` }) },
  { promise: 'cites another person\'s grant, or none that there is', breaks: async () => ({ cites: await openGrants(house, 'morag') }) },
  { promise: 'cites another person\'s grant, or none that there is', breaks: async () => ({ cites: [randomUUID()] }) },
  { promise: 'cites a grant while all sharing is stopped', breaks: async () => ({ persona: 'derek', cites: await openGrants(house, 'derek') }) },
  { promise: 'releases what was refused, but for an agency\'s own rows', breaks: async () => (await act(house, 'tam', 'refuse', 'tam', { categories: ['ACTION_PLAN'], recipient: { worker: 'isla' } }), {}) },
  { promise: 'is to somebody who is kept out', breaks: async () => ({ persona: 'derek', worker: 'ewan', cites: [] }) },
  { promise: 'to a worker is without a confirmed assignment at its time', breaks: async () => ({ worker: 'una', cites: [] }) },
])('the check finds a record that $promise', async ({ promise, breaks }) => {
  await forge(await breaks());
  expect(await brokenPromises(ledger)).toEqual([`no disclosure ${promise}`]);
});
