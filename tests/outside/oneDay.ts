import { FREE_PORTS, silently, startLocalHouse } from '@thegither/local';
import { Client } from 'pg';

/** A day in the life of a house: it opens on its data folder, a worker asks, a person stops everything, the worker asks again, it closes. Run on its own. */
const house = await startLocalHouse(process.env, silently, FREE_PORTS);

async function ask(account: string, query: string, variables: object): Promise<unknown> {
  const response = await fetch(house.gatewayUrl, {
    method: 'POST', body: JSON.stringify({ query, variables }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await house.tokenFor(account)}`, purpose: 'EMPLOYABILITY_SUPPORT' },
  });
  const { data } = (await response.json()) as { data: unknown };
  return data;
}

const look = () => ask('isla', 'query ($id: PersonId!) { person(id: $id) { name { knownAs } skills { name } rentAccounts { standing } } }', { id: house.personIdFor('isla', 'callum') });
const before = await look();
const stopped = await ask('callum', 'mutation ($input: StopAllInput!) { stopAll(input: $input) { at } }', { input: { key: `${process.pid}`, person: house.personIdFor('callum', 'callum') } });
const after = await look();
await ask('callum', 'mutation ($input: ResumeSharingInput!) { resumeSharing(input: $input) { at } }', { input: { key: `${process.pid} again`, person: house.personIdFor('callum', 'callum') } });

const database = new Client({ connectionString: house.ledgerUrl });
await database.connect();
const { rows: [settings] } = await database.query<{ listen_addresses: string }>('SHOW listen_addresses');
await database.end();
await house.stop();

process.stdout.write(JSON.stringify({ before, stopped, after, postgres: settings?.listen_addresses }));
