import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { answerWith, cut } from '../harness/faults.ts';
import type { Fault, Recorded } from '../harness/proxy.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { act, agreeAnew, mutationOf, type Acknowledged } from './acts.ts';
import { brokenPromises } from './brokenPromises.ts';
import { PATIENT } from '../harness/patient.ts';
import { disclosuresOf, latestRequest } from './released.ts';
import { openTestLedger, type TestLedger } from './testLedger.ts';

jest.setTimeout(60_000);

const OF_CAREERS = ['SKILLS', 'CAREER_PLANS', 'WORK_HISTORY'];
/** Isla refuses something for Morag, who has asked her to, and is shown what Morag still shares. */
const REFUSE = mutationOf('refuse', 'person { name { knownAs } skills { name } careerPlans { title } workHistory { title } }');
interface Refused { readonly refuse: (Acknowledged & { readonly person: { readonly [field: string]: unknown } | null }) | null }
const SECRET = 'Handling calls';

const PROXIED = ['consent', 'careers', 'decisions'];
let house: TestHouse, ledger: TestLedger, key: string;
beforeAll(async () => {
  house = await startHouse({ through: PROXIED, patience: PATIENT, acknowledgeAfterMs: 0 });
  ledger = await openTestLedger(house);
});
afterAll(async () => {
  await ledger.close();
  await house.stop();
});
beforeEach(async () => {
  for (const name of PROXIED) house.proxy(name).mend();
  await agreeAnew(house, 'morag', OF_CAREERS);
  for (const name of PROXIED) house.proxy(name).forget();
  key = randomUUID();
});
afterEach(async () => {
  expect(await brokenPromises(ledger)).toEqual([]);
});

const input = (changed: object = {}) => ({ key, person: house.personIdFor('isla', 'morag'), categories: ['WHERE_I_LIVE'], recipient: { agency: 'fife-works' }, ...changed });
const islaRefuses = (changed?: object) => house.ask<Refused>('isla', REFUSE, { input: input(changed) });
const codesOf = ({ body }: Awaited<ReturnType<typeof islaRefuses>>) => body.errors?.map(({ extensions }) => extensions.code);

const eventsUnder = async (used = key): Promise<string[]> => (await ledger.rows<{ id: string }>('SELECT id FROM event WHERE key = $1', [used])).map(({ id }) => id);
/** How often the consent room was sent the mutation with this key. */
const sent = (): number => house.proxy('consent').asked.filter(({ text }) => text.startsWith('{"query":"mutation') && text.includes(key)).length;
const at = (path: string) => ({ path: asked }: Recorded) => asked === path;
const releases = (): unknown[] => house.proxy('decisions').asked.filter(at('/release')).map(({ body }) => body!.attempt);
/** Passes on, and ends the connection instead of giving the answer back. */
const answerLost: Fault = async (_, passOn) => {
  await passOn();
  return 'CUT';
};

test('a mutation whose release finds a change is not done again: what it shows is fetched anew, by what holds now', async () => {
  house.proxy('decisions').once(async (_, passOn) => {
    await act(house, 'morag', 'refuse', 'morag', { categories: ['SKILLS'], recipient: { agency: 'fife-works' } });
    return passOn();
  }, at('/release'));
  const answer = await islaRefuses();

  expect(answer.body.errors).toBeUndefined();
  expect(answer.body.data!.refuse).toMatchObject({ person: { name: { knownAs: 'Morag' }, skills: null, workHistory: [{}, {}] } });
  expect(await eventsUnder()).toEqual([answer.body.data!.refuse!.eventId]);
  expect([sent(), releases().slice(0, 2)]).toEqual([1, [1, 2]]);
  expect(await disclosuresOf(ledger, latestRequest(house))).toHaveLength(1);
});

test('a mutation whose release finds a change three times stands, once, and is told without what it would have shown', async () => {
  const changes = OF_CAREERS.map((category) => () => act(house, 'morag', 'refuse', 'morag', { categories: [category], recipient: { agency: 'fife-works' } }));
  house.proxy('decisions').always(async (_, passOn) => {
    await changes.shift()?.();
    return passOn();
  }, at('/release'));
  const answer = await islaRefuses();

  expect(answer.status).toBe(200);
  expect(answer.body.data).toEqual({ refuse: { eventId: expect.any(String), at: expect.any(String), person: null } });
  expect(codesOf(answer)).toEqual(['DONE_NOT_SHOWN']);
  expect(answer.text).not.toMatch(/Morag|Handling calls/);
  expect(answer.body.extensions).toBeUndefined();
  expect(await eventsUnder()).toEqual([answer.body.data!.refuse!.eventId]);
  expect([sent(), releases()]).toEqual([1, [1, 2, 3]]);
  expect(await disclosuresOf(ledger, latestRequest(house))).toEqual([]);
});

test('two mutations in one operation are each done once, however often the release is repeated', async () => {
  const changes = OF_CAREERS.map((category) => () => act(house, 'morag', 'refuse', 'morag', { categories: [category], recipient: { agency: 'fife-works' } }));
  house.proxy('decisions').always(async (_, passOn) => {
    await changes.shift()?.();
    return passOn();
  }, at('/release'));
  const second = randomUUID();
  const { body } = await house.ask<Record<'one' | 'two', Acknowledged>>('isla',
    'mutation ($one: RefuseInput!, $two: RefuseInput!) { one: refuse(input: $one) { eventId person { skills { name } } } two: refuse(input: $two) { eventId person { workHistory { title } } } }',
    { one: input(), two: input({ key: second, categories: ['HOUSING_MONEY'] }) });

  expect(body.data).toEqual({ one: { eventId: expect.any(String), person: null }, two: { eventId: expect.any(String), person: null } });
  expect([await eventsUnder(), await eventsUnder(second)]).toEqual([[body.data!.one.eventId], [body.data!.two.eventId]]);
  expect(releases()).toEqual([1, 2, 3]);
});

test('the same mutation sent again under the same key answers the same event, and nothing happens', async () => {
  const first = await islaRefuses(), again = await islaRefuses();
  expect(first.body.errors).toBeUndefined();
  expect(again.body.data!.refuse).toMatchObject({ eventId: first.body.data!.refuse!.eventId, at: first.body.data!.refuse!.at });
  expect(await eventsUnder()).toEqual([first.body.data!.refuse!.eventId]);
});

test('two at the same moment under the same key are one event', async () => {
  const answers = await Promise.all([islaRefuses(), islaRefuses(), islaRefuses()]);
  const events = await eventsUnder();
  expect(events).toHaveLength(1);
  expect(answers.map(({ body }) => body.data?.refuse?.eventId)).toEqual([events[0], events[0], events[0]]);
});

test('another mutation under a used key is refused, and the first one stands', async () => {
  const first = await islaRefuses(), other = await islaRefuses({ categories: ['HOUSING_MONEY'] });
  expect(codesOf(other)).toEqual(['KEY_REUSED']);
  expect(other.body.data).toEqual({ refuse: null });
  expect(await eventsUnder()).toEqual([first.body.data!.refuse!.eventId]);
});

test('a mutation whose answer is lost on the way from the room is not sent again, and its key finds what was done', async () => {
  house.proxy('consent').once(answerLost);
  const lost = await islaRefuses();
  expect(codesOf(lost)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  expect(lost.body.data).toEqual({ refuse: null });
  expect(sent()).toBe(1);
  const events = await eventsUnder();
  expect(events).toHaveLength(1);
  expect((await islaRefuses()).body.data!.refuse!.eventId).toBe(events[0]);
  expect(await eventsUnder()).toEqual(events);
});

test('a release whose answer is lost is asked again under the same number, and recorded once', async () => {
  house.proxy('decisions').once(answerLost, at('/release'));
  const answer = await islaRefuses();

  expect(answer.body.errors).toBeUndefined();
  expect(answer.text).toContain(SECRET);
  expect([sent(), releases().slice(0, 2)]).toEqual([1, [1, 1]]);
  const [one, two] = house.proxy('decisions').asked.filter(at('/release'));
  expect(two!.text).toBe(one!.text);
  expect(await ledger.rows('SELECT attempt FROM disclosure WHERE request = $1 AND attempt = 1', [latestRequest(house)])).toHaveLength(1);
});

test('of a question, too: the release whose answer is lost is recorded once', async () => {
  house.proxy('decisions').once(answerLost, at('/release'));
  const answer = await house.ask('isla', 'query ($id: PersonId!) { person(id: $id) { skills { name } } }', { id: house.personIdFor('isla', 'morag') });
  expect(answer.text).toContain(SECRET);
  expect(releases().slice(0, 2)).toEqual([1, 1]);
  expect(await ledger.rows('SELECT attempt FROM disclosure WHERE request = $1 AND attempt = 1', [latestRequest(house)])).toHaveLength(1);
});

test('a lost release that a withdrawal overtook is still recorded once, as before the withdrawal, and nothing broken', async () => {
  const lost: Fault = async (asked, passOn) => {
    await answerLost(asked, passOn);
    await act(house, 'morag', 'refuse', 'morag', { categories: ['SKILLS'], recipient: { agency: 'fife-works' } });
    return 'CUT';
  };
  house.proxy('decisions').once(lost, at('/release'));
  await islaRefuses();
  expect(await ledger.rows('SELECT attempt FROM disclosure WHERE request = $1 AND attempt = 1', [latestRequest(house)])).toHaveLength(1);
});

test.each([
  { what: 'does not answer at all', path: '/release', fault: cut },
  { what: 'fails', path: '/release', fault: answerWith('{"error":{"code":"DECISIONS_UNAVAILABLE"}}', 503) },
  { what: 'records it and is never heard', path: '/release', fault: answerLost },
])('a mutation stands and is told as done, without what it would have shown, when the decision service $what', async ({ path, fault }) => {
  house.proxy('decisions').always(fault, at(path));
  const answer = await islaRefuses();
  expect(answer.body.data).toEqual({ refuse: { eventId: (await eventsUnder())[0], at: expect.any(String), person: null } });
  expect(codesOf(answer)).toEqual(['DONE_NOT_SHOWN']);
  expect(answer.text).not.toMatch(/Morag|Handling calls/);
  expect(sent()).toBe(1);
});

test('a mutation stands and is told as done when nothing can be decided after it', async () => {
  house.proxy('consent').once(async (_, passOn) => {
    const done = await passOn();
    house.proxy('decisions').always(cut);
    return done;
  });
  const answer = await islaRefuses();
  expect(answer.body.data).toEqual({ refuse: { eventId: (await eventsUnder())[0], at: expect.any(String), person: null } });
  expect(codesOf(answer)).toEqual(['DONE_NOT_SHOWN']);
  expect(sent()).toBe(1);
});

test('a mutation is not done at all when nothing can be decided before it', async () => {
  house.proxy('decisions').always(cut);
  const answer = await islaRefuses();
  expect([answer.status, codesOf(answer), answer.body.data]).toEqual([503, ['DECISIONS_UNAVAILABLE'], undefined]);
  expect([sent(), await eventsUnder()]).toEqual([0, []]);
});
