import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ERRORS, RELEASE_DEADLINE_MS } from '@thegither/vocabulary';
import { askInTime } from '../harness/askInTime.ts';
import { hold } from '../harness/faults.ts';
import type { Fault, Recorded } from '../harness/proxy.ts';
import { startHouse, type Asked, type TestHouse } from '../harness/startHouse.ts';
import { act, agree, agreeAnew, openGrants } from './acts.ts';
import { brokenPromises } from './brokenPromises.ts';
import { PATIENT } from '../harness/patient.ts';
import { disclosuresOf, latestRequest, toldOffTheRecord } from './released.ts';
import { openTestLedger, type TestLedger } from './testLedger.ts';

jest.setTimeout(60_000);

const LOOK = 'query ($id: PersonId!) { person(id: $id) { id name { knownAs } actionPlan { goals { title } } housingSituations { area } } }';
interface Look { readonly person: { readonly name: object | null; readonly actionPlan: { readonly goals: readonly { readonly title: string }[] } | null; readonly housingSituations: readonly { readonly area: string }[] | null } | null }

const PROXIED = ['people', 'employability', 'housing', 'decisions'];
let house: TestHouse, ledger: TestLedger;
beforeAll(async () => {
  house = await startHouse({ through: PROXIED, patience: { ...PATIENT, releaseDeadlineMs: RELEASE_DEADLINE_MS } });
  ledger = await openTestLedger(house);
});
afterAll(async () => {
  await ledger.close();
  await house.stop();
});
beforeEach(() => {
  for (const name of PROXIED) {
    house.proxy(name).mend();
    house.proxy(name).forget();
  }
});
afterEach(async () => {
  expect(await brokenPromises(ledger)).toEqual([]);
});

const look = (worker: string, persona: string): Promise<Asked<Look>> => house.ask<Look>(worker, LOOK, { id: house.personIdFor(worker, persona) });
const stateIn = ({ body }: Asked<Look>, category: string) => body.extensions?.sharing?.find((entry) => entry.category === category)?.state;
const askedOf = (service: string, word = ''): number => house.proxy(service).asked.filter(({ text }) => text.includes(word)).length;

/** What there is to hold back: what the worker sees before anything changes. */
async function seenBefore(worker: string, persona: string, room: string): Promise<string> {
  const { body } = await askInTime(() => look(worker, persona));
  const person = body.data!.person!;
  const seen = room === 'employability' ? person.actionPlan?.goals[0]?.title : person.housingSituations?.[0]?.area;
  if (!seen) throw new Error('there is nothing to hold back');
  for (const name of PROXIED) house.proxy(name).forget();
  return seen;
}

/** The question with a service's answer in hand while something else happens; `inHand` is what the service had answered. */
async function lookWhile(worker: string, persona: string, service: string, happens: () => Promise<unknown>, { at = 'answer', when }: { at?: 'request' | 'answer'; when?: (asked: Recorded) => boolean } = {}) {
  const held = hold(at);
  let inHand = '';
  const fault: Fault = (asked, passOn) => held.fault(asked, async (text) => {
    const reply = await passOn(text);
    inHand ||= reply.body;
    return reply;
  });
  house.proxy(service).once(fault, when);
  const answered = look(worker, persona);
  await held.arrived;
  await happens();
  held.release();
  return { answer: await answered, inHand };
}

test.each([
  { what: 'withdraws the grant', worker: 'isla', persona: 'morag', does: async () => act(house, 'morag', 'withdrawGrant', 'morag', { grant: (await openGrants(house, 'morag'))[0]! }) },
  { what: 'refuses, by a worker of another agency whom she asked to', worker: 'isla', persona: 'aisha', does: () => act(house, 'catriona', 'refuse', 'aisha', { categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' } }) },
  { what: 'refuses this one worker', worker: 'isla', persona: 'jean', does: () => act(house, 'jean', 'refuse', 'jean', { categories: ['ACTION_PLAN'], recipient: { worker: 'isla' } }) },
  { what: 'stops all sharing', worker: 'isla', persona: 'callum', does: () => act(house, 'callum', 'stopAll', 'callum') },
  { what: 'has a grant whose time is over', worker: 'isla', persona: 'mairi', does: () => ledger.rows('UPDATE sharing_grant SET access_to = clock_timestamp() WHERE person = $1', [house.personIdFor('consent', 'mairi')]) },
])('a person who $what while their plan is in the gateway\'s hands is not shown any more', async ({ worker, persona, does }) => {
  const secret = await seenBefore(worker, persona, 'employability');
  const { answer, inHand } = await lookWhile(worker, persona, 'employability', does);

  expect(inHand).toContain(secret);
  expect(answer.text).not.toContain(secret);
  expect(answer.body.errors).toBeUndefined();
  expect(answer.body.data!.person).toMatchObject({ name: { knownAs: expect.any(String) }, actionPlan: null });
  expect(stateIn(answer, 'ACTION_PLAN')).toBe('NOT_SHARED');
  // The room was asked once: for what is not shared any more nobody is asked again.
  expect(askedOf('employability')).toBe(1);

  const recorded = await disclosuresOf(ledger, latestRequest(house));
  expect(recorded).toEqual([{ person: house.personIdFor('consent', persona), grants: [], released: 1n }]);
  expect(await toldOffTheRecord(house, ledger, answer, persona, latestRequest(house))).toEqual([]);
});

test.each([
  { what: 'keeps the worker out', worker: 'isla', persona: 'derek', service: 'people', does: () => act(house, 'derek', 'exclude', 'derek', { recipient: { worker: 'isla' } }) },
  { what: 'keeps the worker\'s agency out', worker: 'niamh', persona: 'morag', service: 'people', does: () => act(house, 'morag', 'exclude', 'morag', { recipient: { agency: 'nhs-fife' } }) },
  { what: 'is not supported by the worker any more', worker: 'ruaridh', persona: 'callum', service: 'people', does: () => ledger.rows("UPDATE assignment SET access_to = clock_timestamp() WHERE recipient_worker = 'ruaridh'") },
  { what: 'is supported by a worker who loses their role', worker: 'ewan', persona: 'fiona', service: 'housing', does: () => ledger.rows("UPDATE worker SET roles = '{}' WHERE id = 'ewan'") },
])('a person who $what while their name is in the gateway\'s hands is unknown, as a stranger is', async ({ worker, persona, service, does }) => {
  const secret = (await look(worker, persona)).body.data!.person!.name as { readonly knownAs: string };
  const { answer } = await lookWhile(worker, persona, service, does);

  expect(answer.text).not.toContain(secret.knownAs);
  expect(answer.text).toBe((await look(worker, 'hamish')).text);
  expect(answer.body).toMatchObject({ data: { person: null }, errors: [{ path: ['person'], extensions: { code: 'UNKNOWN_PERSON' } }] });
  expect(answer.body.extensions).toBeUndefined();
  expect(await disclosuresOf(ledger, latestRequest(house))).toEqual([]);
});

const isRelease = ({ path }: Recorded) => path === '/release';

test.each([
  { place: 'with the decision in hand and nothing fetched', service: 'decisions', at: 'answer', when: ({ path }: Recorded) => path === '/decide' },
  { place: 'with the room about to be asked', service: 'employability', at: 'request', when: () => true },
  { place: 'with everything fetched and the release about to be asked', service: 'decisions', at: 'request', when: isRelease },
] as const)('a withdrawal counts wherever it comes: $place', async ({ service, at, when }) => {
  const grant = await agreeAnew(house, 'tam', ['ACTION_PLAN']);
  const secret = await seenBefore('isla', 'tam', 'employability');
  const { answer } = await lookWhile('isla', 'tam', service, () => act(house, 'tam', 'withdrawGrant', 'tam', { grant }), { at, when });

  expect(answer.text).not.toContain(secret);
  expect(stateIn(answer, 'ACTION_PLAN')).toBe('NOT_SHARED');
  expect(await disclosuresOf(ledger, latestRequest(house))).toMatchObject([{ grants: [] }]);
});

test('more that is shared in the middle of a request neither delays the answer nor comes into it', async () => {
  const grant = await agreeAnew(house, 'tam', ['ACTION_PLAN']);
  const { answer } = await lookWhile('isla', 'tam', 'employability', () => agree(house, 'tam', ['WHERE_I_LIVE']));
  expect([stateIn(answer, 'ACTION_PLAN'), stateIn(answer, 'WHERE_I_LIVE')]).toEqual(['SHARED', 'NOT_SHARED']);
  expect(await disclosuresOf(ledger, latestRequest(house))).toMatchObject([{ grants: [grant] }]);
});

test('an answer that was released before a stop is not told any more once the stop is acknowledged: it is decided anew', async () => {
  const grant = await agreeAnew(house, 'tam', ['ACTION_PLAN']);
  const secret = await seenBefore('isla', 'tam', 'employability');
  const happened: string[] = [];
  const { answer, inHand } = await lookWhile('isla', 'tam', 'decisions', async () => {
    const key = randomUUID();
    const committed = ledger.committed(key).then(() => happened.push('committed'));
    await act(house, 'tam', 'withdrawGrant', 'tam', { grant, key });
    happened.push('acknowledged');
    await committed;
  }, { when: isRelease });

  expect(inHand).toContain('RELEASED');
  expect(happened).toEqual(['committed', 'acknowledged']);
  expect(answer.text).not.toContain(secret);
  expect(stateIn(answer, 'ACTION_PLAN')).toBe('NOT_SHARED');
  // What was released and not told stands on the record, as before the stop.
  expect(await disclosuresOf(ledger, latestRequest(house))).toMatchObject([{ grants: [grant] }, { grants: [] }]);
});

test('an answer that is released too late each time is not told at all', async () => {
  await agreeAnew(house, 'tam', ['ACTION_PLAN']);
  house.proxy('decisions').forget();
  // As long as it takes to acknowledge a stop: the deadline of whatever was released before is over by then.
  house.proxy('decisions').always(async (_, passOn) => {
    const reply = await passOn();
    await act(house, 'fiona', 'refuse', 'fiona', { categories: ['SKILLS'], recipient: { agency: 'nhs-fife' } });
    return reply;
  }, isRelease);
  const answer = await look('isla', 'tam');

  expect(answer.status).toBe(503);
  expect(answer.body).toEqual({ errors: [{ message: ERRORS.DEADLINE_PASSED.meaning, extensions: { code: 'DEADLINE_PASSED' } }] });
  expect(house.proxy('decisions').asked.filter(isRelease).map(({ body }) => body!.attempt)).toEqual([1, 2, 3]);
});
