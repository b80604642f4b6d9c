import { createLedger } from '@thegither/ledger';
import { Client } from 'pg';
import { PERSONAS, WORKERS } from '@thegither/synthetic';
import { askInTime } from '../harness/askInTime.ts';
import { failing } from '../harness/faults.ts';
import type { Asked, TestHouse } from '../harness/startHouse.ts';
import { readWholePerson } from '../harness/wholePerson.ts';

/** What an account was answered. */
export interface Told {
  readonly account: string;
  readonly text: string;
}

const PAYLOAD = '{ eventId person { id name { knownAs } } }';

/**
 * A day in the house: everybody asks about everybody, lists, themselves; people and workers change what is shared and
 * who supports whom. Every act is checked to have been done, so that the traffic is there. Gives all answers.
 */
export async function liveADay(house: TestHouse): Promise<Told[]> {
  const told: Told[] = [];
  const whole = (await readWholePerson(house)).fragment;
  const ask = async <Data>(account: string, query: string, variables?: Record<string, unknown>): Promise<Asked<Data>> => {
    const answer = await askInTime(() => house.ask<Data>(account, query, variables, account === 'shona' ? { purpose: 'AUDIT' } : {}));
    told.push({ account, text: answer.text });
    return answer;
  };
  const act = async <Data>(account: string, verb: string, type: string, persona: string, input: Record<string, unknown>, payload = PAYLOAD): Promise<Data> => {
    const answer = await ask<Data>(account, `mutation ($input: ${type}!) { ${verb}(input: $input) ${payload} }`, {
      input: { key: `${verb} ${persona}`, person: house.personIdFor(account, persona), ...input },
    });
    if (answer.body.errors || !answer.body.data) throw new Error(`${account} could not ${verb}: ${answer.text}`);
    return answer.body.data;
  };

  // Kirsty hands Hamish over to Isla, and he confirms it with the code that only he reads.
  await ask('kirsty', '{ handoversDue { assignment person worker endedAt } }');
  const { assignKeyWorker: { assignment } } = await act<{ assignKeyWorker: { assignment: string } }>('kirsty', 'assignKeyWorker', 'AssignKeyWorkerInput', 'hamish', { worker: 'isla', reason: 'Isla knows him.' }, '{ eventId assignment person { id } }');
  const { body } = await ask<{ me: { assignments: { id: string; code: string }[] } }>('hamish', '{ me { id assignments { id state code } } }');
  await act('hamish', 'confirmAssignment', 'ConfirmAssignmentInput', 'hamish', { assignment, code: body.data!.me.assignments.find(({ id }) => id === assignment)!.code });
  // Tam agrees to be linked with Mairi, so that there is somebody else's id in an answer about her.
  await joinMairi(house);
  const sharing = { purpose: 'EMPLOYABILITY_SUPPORT', recipient: { agency: 'fife-works' } };
  await act('tam', 'giveGrant', 'GiveGrantInput', 'tam', { ...sharing, categories: ['HOUSEHOLD_LINK', 'ACTION_PLAN'] });
  await act('morag', 'refuse', 'RefuseInput', 'morag', { recipient: { worker: 'isla' }, categories: ['SKILLS'] });
  await act('callum', 'exclude', 'ExcludeInput', 'callum', { recipient: { worker: 'gordon' } });
  await act('isla', 'stopAll', 'StopAllInput', 'jean', {});
  await act('jean', 'resumeSharing', 'ResumeSharingInput', 'jean', {});

  for (const { id } of WORKERS) {
    await ask(id, `{ caseload(first: 200) { edges { cursor person { ...Whole } } } } ${whole}`);
    await ask(id, `query ($ids: [PersonId!]!) { people(ids: $ids) { ...Whole } } ${whole}`, { ids: PERSONAS.map(({ key }) => house.personIdFor(id, key)) });
    for (const { key } of PERSONAS) await ask(id, `query ($id: PersonId!) { person(id: $id) { ...Whole } } ${whole}`, { id: house.personIdFor(id, key) });
  }
  for (const { key } of PERSONAS) await ask(key, `{ me { ...Whole } } ${whole}`);

  // What goes wrong is logged: a table that is not there, and a decision service that answers nothing.
  const fiona = { id: house.personIdFor('ewan', 'fiona') };
  await withoutTable(house.databases.rooms.housing, 'HousingSituation', () => ask('ewan', `query ($id: PersonId!) { person(id: $id) { ...Whole } } ${whole}`, fiona));
  house.proxy('decisions').once(failing);
  await ask('ewan', `query ($id: PersonId!) { person(id: $id) { ...Whole } } ${whole}`, fiona);
  return told;
}

async function withoutTable(databaseUrl: string, table: string, act: () => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`ALTER TABLE "${table}" RENAME TO "${table} away"`);
  await act();
  await client.query(`ALTER TABLE "${table} away" RENAME TO "${table}"`);
  await client.end();
}

/** Nobody's page offers it yet, so it is done as the page will do it: by an event of the ledger. */
async function joinMairi(house: TestHouse): Promise<void> {
  const client = new Client({ connectionString: house.ledgerUrl });
  await client.connect();
  const { rows: [mairis] } = await client.query<{ household: string }>('SELECT household FROM household_member WHERE person = $1', [house.personIdFor('consent', 'mairi')]);
  await client.end();
  const ledger = createLedger({ connectionString: house.ledgerUrl });
  const tam = house.personIdFor('consent', 'tam');
  await ledger.joinHousehold({ actor: { kind: 'person', id: tam }, key: 'with Mairi', person: tam, household: mairis!.household });
  await ledger.close();
}
