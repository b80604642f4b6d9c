import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ledgerAs } from '@thegither/ledger';
import { Client } from 'pg';
import { SEAL_SECRET } from '../harness/houseDatabases.ts';
import { PATIENT } from '../harness/patient.ts';
import { serviceEnvironment } from '../harness/serviceEnvironment.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { act, agreeAnew, openGrants } from '../withdrawal/acts.ts';

jest.setTimeout(120_000);

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'thegither-endings-')), file = path.join(folder, 'reminders.jsonl');

let house: TestHouse;
beforeAll(async () => { house = await startHouse({ patience: PATIENT }); });
afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The hourly run as it is run elsewhere: a process of its own, out of its template. */
async function hourPasses(): Promise<void> {
  const env = serviceEnvironment('every-hour', { REMINDERS_FILE: file }, { CONSENT_DATABASE_URL: ledgerAs('consent', house.ledgerUrl), LEDGER_SEAL_KEYS: SEAL_SECRET });
  await promisify(execFile)(process.execPath, ['--conditions=source', '--import', 'tsx', 'subgraphs/consent/src/everyHour.ts'], { cwd: CHECKOUT, env: { PATH: process.env.PATH, ...env } });
}

interface Notice { readonly id: string; readonly person: string; readonly categories: string[]; readonly workers: string[]; readonly acknowledgedAt: string | null }

/** What Kirsty is to answer about this person. */
const noticesOf = async (persona: string): Promise<Notice[]> =>
  (await house.ask<{ endingNotices: Notice[] }>('kirsty', '{ endingNotices { id person categories workers acknowledgedAt } }')).body.data!.endingNotices.filter(({ person }) => person === house.personIdFor('kirsty', persona));

const answers = (verb: 'acknowledgeEnding' | 'attestErasure', input: object, account = 'kirsty') =>
  house.ask(account, `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { person { id } ending at } }`, { input: { key: randomUUID(), ...input } });

const endingsOf = async (persona: string): Promise<unknown> =>
  (await house.ask<{ me: { endings: unknown } }>(persona, '{ me { endings { agency categories acknowledgedAt attestedAt outcome duty } } }')).body.data!.me.endings;

async function inLedger<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: house.ledgerUrl });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Isla reads what the person agreed to; they take it back, and an hour passes. */
async function endedFor(persona: string): Promise<Notice> {
  const grant = await agreeAnew(house, persona, ['ACTION_PLAN']);
  const { body } = await house.ask('isla', 'query ($id: PersonId!) { person(id: $id) { actionPlan { goals { title } } } }', { id: house.personIdFor('isla', persona) });
  expect(body.data).toMatchObject({ person: { actionPlan: { goals: expect.any(Array) } } });
  await act(house, persona, 'withdrawGrant', persona, { grant });
  await hourPasses();
  return (await noticesOf(persona))[0]!;
}

test('agreed, looked at, taken back: the lead of those who looked is told, says that it was read and what became of it, and the person reads both', async () => {
  const notice = await endedFor('tam');
  expect(notice).toMatchObject({ categories: ['ACTION_PLAN'], workers: ['Isla'], acknowledgedAt: null });
  expect(await endingsOf('tam')).toEqual([{ agency: 'Fife Works', categories: ['ACTION_PLAN'], acknowledgedAt: null, attestedAt: null, outcome: null, duty: null }]);
  const read = await answers('acknowledgeEnding', { ending: notice.id });
  expect(read.body).toEqual({ data: { acknowledgeEnding: { person: null, ending: notice.id, at: expect.any(String) } } });
  expect((await noticesOf('tam'))[0]!.acknowledgedAt).not.toBeNull();
  expect((await answers('attestErasure', { ending: notice.id, outcome: 'KEPT_BY_DUTY', duty: 'Six years by the rules of the fund.' })).body.errors).toBeUndefined();
  expect(await noticesOf('tam')).toEqual([]);
  expect(await endingsOf('tam')).toEqual([{ agency: 'Fife Works', categories: ['ACTION_PLAN'], acknowledgedAt: expect.any(String), attestedAt: expect.any(String), outcome: 'KEPT_BY_DUTY', duty: 'Six years by the rules of the fund.' }]);
});

test('a notice to another agency and one that there is not are one answer through the gateway too', async () => {
  const { id } = await endedFor('jean');
  const told = [await answers('acknowledgeEnding', { ending: id }, 'shona'), await answers('acknowledgeEnding', { ending: randomUUID() }, 'shona')];
  expect(new Set(told.map(({ text }) => text)).size).toBe(1);
  expect(told[0]!.body.errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
});

test('somebody who keeps the agency out is unknown there, and the notice is answered all the same', async () => {
  const notice = await endedFor('mairi');
  await act(house, 'mairi', 'exclude', 'mairi', { recipient: { agency: 'fife-works' } });
  expect((await house.ask('kirsty', 'query ($id: PersonId!) { person(id: $id) { id } }', { id: notice.person })).body.data).toEqual({ person: null });
  expect((await answers('attestErasure', { ending: notice.id, outcome: 'NOTHING_KEPT' })).body).toEqual({ data: { attestErasure: { person: null, ending: notice.id, at: expect.any(String) } } });
  expect(await endingsOf('mairi')).toMatchObject([{ outcome: 'NOTHING_KEPT' }]);
});

test('what nobody answered in time is on the data protection lead\'s list', async () => {
  const overdue = async () => (await house.ask<{ endingsOverdue: { person: string; agency: string; owes: string }[] }>('shona', '{ endingsOverdue { person agency owes } }', {}, { purpose: 'AUDIT' })).body.data!.endingsOverdue;
  expect(await overdue()).toEqual([]);
  await inLedger(
    `INSERT INTO ending_notice (id, person, grant_id, agency, workers, categories, held_back, ended_at, noticed_at, acknowledge_by, attest_by)
     SELECT gen_random_uuid(), $1, gen_random_uuid(), 'fife-works', '{isla}', 1, false, at, at, at + interval '7 days', at + interval '30 days' FROM (SELECT now() - interval '8 days' AS at) AS begun`,
    [house.personIdFor('consent', 'callum')]);
  expect(await overdue()).toEqual([{ person: house.personIdFor('shona', 'callum'), agency: 'Fife Works', owes: 'ACKNOWLEDGEMENT' }]);
});

test('a reminder is written by the way that the person chose, and none for somebody who chose none', async () => {
  const soon = async (persona: string, way?: string) => {
    const grant = await agreeAnew(house, persona, ['ACTION_PLAN']);
    await inLedger(`UPDATE sharing_grant SET access_from = now() - interval '30 days', access_to = now() + interval '10 days' WHERE id = $1`, [grant]);
    if (way) await house.ask(persona, 'mutation ($input: ChooseContactInput!) { chooseContact(input: $input) { eventId } }', { input: { key: randomUUID(), person: house.personIdFor(persona, persona), way } });
    return grant;
  };
  const [tam, jean, aisha] = [await soon('tam', 'TEXT'), await soon('jean', 'NONE'), await soon('aisha')];
  await hourPasses();
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(written.trimEnd().split('\n').map((line) => JSON.parse(line) as object)).toEqual([expect.objectContaining({ kind: 'ENDS_IN_14_DAYS', grant: tam, way: 'TEXT' })]);
  for (const grant of [jean, aisha]) expect(written).not.toContain(grant);
  expect((await house.ask('jean', '{ me { reminderWay { way byWorker } } }')).body.data).toEqual({ me: { reminderWay: { way: 'NONE', byWorker: false } } });
});

test('a worker who is moved to another team reads at once no more what was shared with the old one', async () => {
  await inLedger(`INSERT INTO team (id, agency, name) VALUES ('fife-works-west', 'fife-works', 'Fife Works, west')`, []);
  for (const grant of await openGrants(house, 'tam')) await act(house, 'tam', 'withdrawGrant', 'tam', { grant });
  await act(house, 'tam', 'giveGrant', 'tam', { purpose: 'EMPLOYABILITY_SUPPORT', categories: ['ACTION_PLAN'], recipient: { team: 'fife-works-east' } });
  const plan = async () => (await house.ask<{ person: { actionPlan: unknown } }>('isla', 'query ($id: PersonId!) { person(id: $id) { actionPlan { goals { title } } } }', { id: house.personIdFor('isla', 'tam') })).body.data!.person.actionPlan;
  expect(await plan()).not.toBeNull();
  const move = (account: string) => house.ask(account, 'mutation ($input: ChangeAccountInput!) { changeAccount(input: $input) { person { id } worker at } }', { input: { key: randomUUID(), worker: 'isla', team: 'fife-works-west' } });
  expect((await move('isla')).body.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await move('kirsty')).body).toEqual({ data: { changeAccount: { person: null, worker: 'isla', at: expect.any(String) } } });
  expect(await plan()).toBeNull();
  expect(await inLedger('SELECT actor, team_before, team_after FROM account_change', [])).toEqual([{ actor: 'kirsty', team_before: 'fife-works-east', team_after: 'fife-works-west' }]);
});
