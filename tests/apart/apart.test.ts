import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createIdentifiers } from '@thegither/identity';
import { SERVICES, makeSecrets } from '@thegither/infra';
import { ledgerAs } from '@thegither/ledger';
import { openIssuer, personAccounts, workerAccounts, type Issuer } from '@thegither/local';
import { readPublished } from '@thegither/supergraph';
import type { SharingEntry } from '@thegither/vocabulary';
import { freePort } from '../harness/freePort.ts';
import { IDENTIFIER_SECRET, IDENTIFIER_KEYS, copyDatabases, type TestDatabases } from '../harness/houseDatabases.ts';
import { serviceEnvironment } from '../harness/serviceEnvironment.ts';
import { prepareProcess, type ServiceProcess } from '../harness/serviceProcess.ts';
import { SUPERGRAPH } from '../harness/supergraph.ts';
import { openBalancer, type Balancer } from './balancer.ts';

jest.setTimeout(120_000);

const ROOMS = SERVICES.filter(({ workspace }) => workspace.startsWith('subgraphs/')).map(({ name }) => name);
/** What Morag shares with Isla, of each room that holds something: the state of one topic says whether the room answered. */
const TOPIC: Readonly<Record<string, string>> = {
  people: 'NAME_AND_CONTACT', consent: 'SUPPORT_TEAM', employability: 'ACTION_PLAN', 'health-and-work': 'HEALTH_AND_WORK', careers: 'SKILLS',
};
const QUESTION = `query HowIsThisPerson { caseload(first: 50) { edges { person {
  name { knownAs } supportTeam { worker } actionPlan { agreedOn } healthWorkCases { level } workLimits { day } housingSituations { tenure } skills { name } referrals { state }
} } } }`;

interface Told {
  readonly status: number;
  readonly text: string;
  readonly body: { readonly data?: { readonly caseload: { readonly edges: readonly { readonly person: Readonly<Record<string, unknown>> | null }[] } | null } | null; readonly errors?: readonly { readonly extensions: { readonly code: string } }[]; readonly extensions?: { readonly sharing: readonly SharingEntry[] } };
}

const folder = mkdtempSync(path.join(tmpdir(), 'thegither-apart-'));
const services = new Map<string, ServiceProcess>();
let databases: TestDatabases, workers: Issuer, people: Issuer, balancer: Balancer, token: string;

beforeAll(async () => {
  databases = await copyDatabases();
  const identifiers = createIdentifiers(IDENTIFIER_KEYS);
  const account = { secret: 'a demo secret' };
  workers = await openIssuer({ ...account, accounts: workerAccounts() });
  people = await openIssuer({ ...account, accounts: personAccounts((spine) => identifiers.issue('person', spine)) });
  token = await workers.tokenFor('isla');

  const { rooms, ledger } = databases.databases;
  const secret: Record<string, string> = {
    ...makeSecrets(), IDENTIFIER_KEYS: IDENTIFIER_SECRET, CONSENT_DATABASE_URL: ledgerAs('consent', ledger), DECISIONS_DATABASE_URL: ledgerAs('decisions', ledger),
    ...Object.fromEntries(Object.entries(rooms).map(([name, url]) => [`${name.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`, url])),
  };
  const ports = new Map<string, number>();
  for (const name of ['gateway-1', 'gateway-2', 'decisions', ...ROOMS]) ports.set(name, await freePort());
  const addressOf = (name: string) => `http://127.0.0.1:${ports.get(name)}`;
  const supergraphFile = path.join(folder, 'supergraph.graphql');
  // The supergraph with this machine's addresses in it, as `publish` would have written it for them.
  writeFileSync(supergraphFile, [...readPublished(SUPERGRAPH).halves.values()].reduce((text, { subgraph, url }) => text.replaceAll(`url: "${url}"`, `url: "${addressOf(subgraph)}/"`), SUPERGRAPH));

  for (const [name, port] of ports) {
    const kind = name.replace(/^gateway-\d$/, 'gateway');
    const { workspace } = SERVICES.find((service) => service.name === kind)!;
    const env = serviceEnvironment(kind, {
      HOST: '127.0.0.1', PORT: String(port), METRICS_HOST: '127.0.0.1', METRICS_PORT: '0', DECISIONS_URL: addressOf('decisions'), SUPERGRAPH_FILE: supergraphFile,
      WORKERS_ISSUER: workers.url, PEOPLE_ISSUER: people.url,
    }, secret);
    services.set(name, prepareProcess(name, workspace, port, env));
  }
  // The decision service before the rooms that fetch its keys, two at a time: there are two cores.
  await services.get('decisions')!.start();
  for (let i = 0; i < ROOMS.length; i += 2) await Promise.all(ROOMS.slice(i, i + 2).map((name) => services.get(name)!.start()));
  await Promise.all(['gateway-1', 'gateway-2'].map((name) => services.get(name)!.start()));
  balancer = await openBalancer(['gateway-1', 'gateway-2'].map((name) => services.get(name)!.url));
});
afterAll(async () => {
  await Promise.all([...services.values()].map((service) => service.kill()));
  await balancer?.close();
  await Promise.all([workers?.close(), people?.close()]);
  await databases?.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(): Promise<Told> {
  const response = await fetch(`${balancer.url}/graphql`, {
    method: 'POST', body: JSON.stringify({ query: QUESTION }), headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, purpose: 'EMPLOYABILITY_SUPPORT' },
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Told['body'] };
}

/** The states of Morag's topics in an answer: of Isla's people she alone shares her health. */
function statesIn({ body }: Told): Map<string, string> {
  const sharing = body.extensions?.sharing ?? [];
  const morag = sharing.find(({ category, state }) => category === 'HEALTH_AND_WORK' && state !== 'NOT_SHARED')?.person;
  return new Map(sharing.filter(({ person }) => person === morag).map(({ category, state }) => [category, state]));
}

const isWhole = (told: Told): boolean => told.status === 200 && told.body.errors === undefined && Object.values(TOPIC).every((topic) => statesIn(told).get(topic) === 'SHARED');

/** Asks until the answer is so: a service that is back is found again by itself. Ends by the test's own time limit. */
async function askUntil(so: (told: Told) => boolean): Promise<Told> {
  for (;;) {
    const told = await ask();
    if (so(told)) return told;
    await pause(100);
  }
}

test('every service by itself, out of the templates that it is run with elsewhere, and the whole-person question is answered', async () => {
  const told = await askUntil(isWhole);
  expect(told.text).toContain('"knownAs":"Morag"');
  for (const { written } of services.values()) expect(written()).not.toMatch(/"level":"(error|fatal)"|Morag|Kirkcaldy/);
});

test('both gateways answer', async () => {
  const before = new Map(balancer.answered);
  for (let i = 0; i < 4; i++) await askUntil(isWhole);
  for (const [url, count] of balancer.answered) expect(count).toBeGreaterThan(before.get(url)!);
});

describe.each(['gateway-1', 'gateway-2'])('while %s is gone', (name) => {
  test('the other one answers, and it is back when it is', async () => {
    const service = services.get(name)!;
    await service.kill();
    for (let i = 0; i < 4; i++) expect(isWhole(await ask())).toBe(true);
    await service.start();
    const before = balancer.answered.get(service.url)!;
    await askUntil(() => balancer.answered.get(service.url)! > before);
  });
});

describe.each(ROOMS)('while %s is gone', (name) => {
  test('what it shares is unavailable and the rest is whole, and all is there again when it is back', async () => {
    const service = services.get(name)!;
    await service.kill();
    const told = await ask();
    expect(told.status).toBe(200);
    // The consent room says who is on the caseload: without it there is nobody to tell of.
    if (name === 'consent') expect(told.body.data).toBeNull();
    else for (const [room, topic] of Object.entries(TOPIC)) expect([room, statesIn(told).get(topic)]).toEqual([room, room === name ? 'UNAVAILABLE' : 'SHARED']);
    await service.start();
    await askUntil(isWhole);
  });
});

test('while the decision service is gone nothing personal is told, and all is there again when it is back', async () => {
  const service = services.get('decisions')!;
  await service.kill();
  const told = await ask();
  expect([told.status, told.body.errors?.map(({ extensions }) => extensions.code), told.body.data]).toEqual([503, ['DECISIONS_UNAVAILABLE'], undefined]);
  expect(told.text).not.toMatch(/Morag|Aisha/);
  await service.start();
  await askUntil(isWhole);
});
