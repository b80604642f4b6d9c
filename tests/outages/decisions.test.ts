import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { DOMAINS, ERRORS } from '@thegither/vocabulary';
import { Client } from 'pg';
import { answerWith, cut, failing, garbage, hold, html } from '../harness/faults.ts';
import { PATIENT } from '../harness/patient.ts';
import type { Fault, Recorded } from '../harness/proxy.ts';
import { shutDatabase } from '../harness/shutDatabase.ts';
import { startHouse, type Asked, type TestHouse } from '../harness/startHouse.ts';

jest.setTimeout(60_000);

const CASELOAD = '{ caseload { edges { person { id name { knownAs } supportTeam { worker } actionPlan { goals { title } } skills { name } } } } }';
const logged: string[] = [];
let house: TestHouse, whole: Asked<unknown>;
beforeAll(async () => {
  house = await startHouse({ through: 'all', patience: PATIENT, logTo: (line) => logged.push(line) });
  whole = await askUntilWhole();
});
afterAll(() => house.stop());
beforeEach(() => {
  for (const name of [...DOMAINS, 'decisions']) {
    house.proxy(name).mend();
    house.proxy(name).forget();
  }
});

const ask = () => house.ask('isla', CASELOAD);
/** A room's first question warms up its database, which may take too long on a busy machine. */
async function askUntilWhole(): Promise<Asked<unknown>> {
  for (;;) {
    const answer = await ask();
    if (!answer.body.errors) return answer;
  }
}
const asked = (): string[] => DOMAINS.filter((room) => house.proxy(room).asked.length > 0);
const ready = async (url: string) => {
  const response = await fetch(new URL('/ready', url));
  return [response.status, await response.json()];
};

/** Nothing but this: no data, no extensions, no second error. */
const NOTHING = JSON.stringify({ errors: [{ message: ERRORS.DECISIONS_UNAVAILABLE.meaning, extensions: { code: 'DECISIONS_UNAVAILABLE' } }] });
function expectNothing({ status, text }: Asked<unknown>): void {
  expect(status).toBe(503);
  expect(JSON.parse(text)).toEqual(JSON.parse(NOTHING));
}

/** The places where a caseload needs the decision service, and which rooms were asked before it. */
const PLACES: readonly { place: string; when: () => (asked: Recorded) => boolean; before: readonly string[] }[] = [
  { place: 'at first', when: () => () => true, before: [] },
  { place: 'once the caseload is known', when: () => () => house.proxy('decisions').asked.length > 1, before: ['consent'] },
  { place: 'when everything is fetched', when: () => ({ path }) => path === '/release', before: ['people', 'consent', 'employability', 'careers'] },
];

const json = (value: unknown): Fault => answerWith(JSON.stringify(value));
/** The decision service's own answer, with something of it changed. */
const changed = (change: (answer: Record<string, unknown>) => unknown): Fault => async (_, passOn) => {
  const reply = await passOn();
  return { ...reply, body: JSON.stringify(change(JSON.parse(reply.body) as Record<string, unknown>)) };
};
const NOT_SENSIBLE: readonly (readonly [string, Fault])[] = [
  ['does not answer', cut], ['fails', failing], ['answers with a page', html], ['answers with garbage', garbage], ['answers with nothing', answerWith('')],
  ['answers null', json(null)], ['answers a list', json([])], ['answers something else', json({ hello: 'Morag' })],
  ['answers that it has no ledger', answerWith('{"error":{"code":"DECISIONS_UNAVAILABLE","message":"Morag"}}', 503)],
];

test.each(PLACES.flatMap((place) => NOT_SENSIBLE.map(([what, fault]) => ({ ...place, what, fault }))))('$place: a decision service that $what leaves one coded error, and the next question is answered', async ({ when, before, fault }) => {
  house.proxy('decisions').always(fault, when());
  expectNothing(await ask());
  expect(asked().toSorted()).toEqual([...before].toSorted());

  house.proxy('decisions').mend();
  expect((await ask()).text).toBe(whole.text);
});

test.each<[string, Fault]>([
  ['forgets somebody', changed((answer) => ({ ...answer, people: (answer.people as unknown[]).slice(1) }))],
  ['speaks of somebody else', changed((answer) => ({ ...answer, people: (answer.people as object[]).map((person) => ({ ...person, id: 'somebody' })) }))],
  ['gives masks that are none', changed((answer) => ({ ...answer, people: (answer.people as object[]).map((person) => ({ ...person, granted: 'all' })) }))],
  ['gives no words', changed((answer) => ({ ...answer, words: {} }))],
  ['signs for fewer fetches', changed((answer) => ({ ...answer, signed: (answer.signed as unknown[]).slice(1) }))],
  ['says a release is something else', changed((answer) => (answer.status ? { ...answer, status: 'MAYBE' } : answer))],
  ['says that all changed and not to what', changed((answer) => (answer.status ? { status: 'CHANGED' } : answer))],
])('a decision service that %s is as good as none', async (_, fault) => {
  house.proxy('decisions').always(fault, ({ body }) => (body!.people as unknown[]).length > 0);
  expectNothing(await ask());
});

test('with signatures that are none the rooms give nothing', async () => {
  house.proxy('decisions').always(changed((answer) => ({ ...answer, signed: (answer.signed as string[]).map((text) => `${text.slice(0, -6)}AAAAAA`) })));
  const answer = await ask();
  expect(answer.body.errors!.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  expect([answer.body.data, asked()]).toEqual([null, ['consent']]);
});

test('a ledger that is away shows nothing, says so, and is back without a restart', async () => {
  const open = await shutDatabase(house.ledgerUrl);
  try {
    expectNothing(await ask());
    expect(asked()).toEqual([]);
    expect(await ready(house.gatewayUrl)).toEqual([503, { ready: false, failing: ['decisions'] }]);
    expect(await ready(house.decisionsUrl)).toEqual([503, { ready: false, failing: ['ledger'] }]);
    expect((await ready(house.roomUrls.consent))[0]).toBe(503);
    for (const url of [house.gatewayUrl, house.decisionsUrl, house.roomUrls.consent]) expect((await fetch(new URL('/live', url))).status).toBe(200);
  } finally {
    await open();
  }
  expect((await ask()).text).toBe(whole.text);
  for (const url of [house.gatewayUrl, house.decisionsUrl, house.roomUrls.consent]) expect((await ready(url))[0]).toBe(200);
});

test('a ledger that goes away in the middle of a question takes what was fetched with it', async () => {
  const held = hold();
  house.proxy('careers').once(held.fault);
  const answered = ask();
  await held.arrived;
  const open = await shutDatabase(house.ledgerUrl);
  try {
    held.release();
    expectNothing(await answered);
  } finally {
    await open();
  }
  expect((await ask()).text).toBe(whole.text);
});

test('connections to the ledger that break are replaced, and nothing needs a restart', async () => {
  const client = new Client({ connectionString: house.ledgerUrl });
  await client.connect();
  const { rowCount } = await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
  await client.end();
  expect(rowCount).toBeGreaterThan(0);
  expect((await askUntilWhole()).text).toBe(whole.text);
  expect(await ready(house.gatewayUrl)).toEqual([200, { ready: true, failing: [] }]);
});

test('the gateway is not ready without the decision service, and is again with it', async () => {
  house.proxy('decisions').always(cut);
  expect(await ready(house.gatewayUrl)).toEqual([503, { ready: false, failing: ['decisions'] }]);
  house.proxy('decisions').mend();
  expect(await ready(house.gatewayUrl)).toEqual([200, { ready: true, failing: [] }]);
});

test('what the decision service says of the caller is no outage: an account that is gone is not known', async () => {
  const client = new Client({ connectionString: house.ledgerUrl });
  await client.connect();
  await client.query("DELETE FROM worker WHERE id = 'una'");
  await client.end();
  const { status, body } = await house.ask('una', CASELOAD);
  expect([status, body]).toEqual([401, { errors: [{ message: ERRORS.UNAUTHENTICATED.meaning, extensions: { code: 'UNAUTHENTICATED' } }] }]);
});

test('no outage has put anybody into the log', () => {
  expect(logged.length).toBeGreaterThan(0);
  expect(logged.filter((line) => /Morag|Handling calls/.test(line))).toEqual([]);
});
