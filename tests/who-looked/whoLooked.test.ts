import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLedger, createSeals } from '@thegither/ledger';
import { Client } from 'pg';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';

let house: TestHouse;
let morag: string;
beforeAll(async () => {
  house = await startHouse({ patience: PATIENT, acknowledgeAfterMs: 0 });
  morag = house.personIdFor('isla', 'morag');
});
afterAll(() => house.stop());

const document = (...at: string[]): string => readFileSync(new URL(['../..', ...at].join('/'), import.meta.url), 'utf8');

interface Line { readonly id: string; readonly worker: string | null; readonly withheld: string[]; readonly why: string; readonly challenge: string | null; readonly heldBack: { readonly why: string } | null }
const LINES = 'items { id at worker agency purpose released withheld why challenge heldBack { why } } next';

/** Who looked, as Morag reads it: of this worker. */
async function linesOf(worker: string): Promise<Line[]> {
  const { body } = await house.ask<{ me: { disclosures: { items: Line[] } } }>('morag', `{ me { disclosures(recipient: { worker: "${worker}" }) { ${LINES} } } }`);
  expect(body.errors).toBeUndefined();
  return body.data!.me.disclosures.items;
}

async function does<Payload>(account: string, mutation: string, input: object, selection: string, purpose?: string): Promise<Payload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const { body } = await house.ask<Record<string, Payload>>(account, `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} } }`, { input: { key: randomUUID(), ...input } }, purpose ? { purpose } : {});
  expect(body.errors).toBeUndefined();
  return body.data![mutation]!;
}

const CONVICTIONS = 'query ($id: PersonId!) { person(id: $id) { convictions { offence } } }';

describe('the page does not cry wolf', () => {
  test.each<[string, () => string, string]>([
    ['`npm run ask` asks for', () => document('apps/cli/operations/wholePerson.graphql'), 'WholePerson'],
    ['the ready question asks for', () => document('apps/gateway/browser/questions/whole-person.graphql'), 'WholePerson'],
  ])('what %s and is not shown, nobody asked for by its name', async (_, text, operationName) => {
    const variables = text().includes('$id') ? { id: morag } : {};
    const { body } = await house.ask('isla', text(), variables, { operationName });
    expect(body.errors).toBeUndefined();
    const [line] = await linesOf('isla');
    expect(line!.withheld).toEqual([]);
    expect(line!.why).not.toMatch(/not shown/);
  });

  test('another question that names the category did ask for it', async () => {
    await house.ask('isla', CONVICTIONS, { id: morag });
    const [line] = await linesOf('isla');
    expect(line!.withheld).toEqual(['CONVICTIONS']);
    expect(line!.why).toMatch(/asked about convictions you must tell an employer about/);
  });

  test('one letter otherwise is another question', async () => {
    await house.ask('isla', `${document('apps/cli/operations/wholePerson.graphql')}\n`, { id: morag }, { operationName: 'WholePerson' });
    expect((await linesOf('isla'))[0]!.withheld).toContain('CONVICTIONS');
  });
});

test('"I don\'t recognise this" is answered by the data protection lead, and nobody else sees it', async () => {
  await house.ask('isla', CONVICTIONS, { id: morag });
  const [line] = await linesOf('isla'), person = house.personIdFor('morag', 'morag');
  const { challenge } = await does<{ challenge: string }>('morag', 'challengeLook', { person, disclosure: line!.id, words: 'I did not meet her.' }, 'challenge');
  expect((await linesOf('isla'))[0]!.challenge).toBe('OPEN');
  const { body } = await house.ask<{ challengesOpen: { challenge: string; person: string }[] }>('shona', '{ challengesOpen { challenge person since overdue } }', {}, { purpose: 'AUDIT' });
  const waits = body.data!.challengesOpen.find((one) => one.challenge === challenge)!;
  for (const worker of ['isla', 'kirsty']) expect((await house.ask(worker, '{ challengesOpen { challenge } }')).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  await does('shona', 'closeChallenge', { person: waits.person, challenge, outcome: 'MISTAKE', words: 'She opened the wrong page.' }, 'eventId', 'AUDIT');
  const read = await house.ask<{ me: { challenges: object[] } }>('morag', '{ me { challenges { state outcome answer } } }');
  expect(read.body.data!.me.challenges).toEqual([{ state: 'CLOSED', outcome: 'MISTAKE', answer: 'She opened the wrong page.' }]);
});

test('what is held back changes no letter of what the person reads, and is read when it is over', async () => {
  const read = async (): Promise<string> => JSON.stringify([await linesOf('isla'), await linesOf('shona')]);
  await linesOf('isla');
  const before = await read(), person = house.personIdFor('shona', 'morag');
  const until = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const { suppression } = await does<{ suppression: string }>('shona', 'proposeSuppression', { person, recipient: { worker: 'isla' }, ground: 'THIRD_PARTY', reason: 'Her sister would be at risk.', until }, 'suppression', 'AUDIT');
  await approveAsASecondOne(suppression);
  const { body } = await house.ask<{ suppressions: object[] }>('shona', '{ suppressions { id person worker approvedBy } }', {}, { purpose: 'AUDIT' });
  expect(body.errors).toBeUndefined();
  expect(body.data!.suppressions).toEqual([{ id: suppression, person, worker: 'isla', approvedBy: 'fergus' }]);
  await house.ask('isla', CONVICTIONS, { id: morag });
  expect(await read()).toBe(before);
  await does('shona', 'endSuppression', { person, suppression, reason: 'She has moved.' }, 'eventId', 'AUDIT');
  const [line] = await linesOf('isla');
  expect(line!.heldBack?.why).toMatch(/^This look was held back from you until .*, because showing it sooner would have told about somebody else\.$/);
});

/** The demonstration has one data protection lead: another has an account in the ledger alone. */
async function approveAsASecondOne(suppression: string): Promise<void> {
  const client = new Client({ connectionString: house.ledgerUrl });
  await client.connect();
  await client.query(`INSERT INTO worker (id, agency, team, name, roles) SELECT 'fergus', agency, NULL, 'Fergus', roles FROM worker WHERE id = 'shona'`);
  await client.end();
  const ledger = createLedger({ connectionString: house.ledgerUrl, seals: createSeals(house.keys.seals) });
  await ledger.approveSuppression({ actor: { kind: 'worker', id: 'fergus' }, key: randomUUID(), person: house.personIdFor('consent', 'morag'), suppression });
  await ledger.close();
}
