import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createIdentifiers } from '@thegither/identity';
import { SERVICES, makeSecrets } from '@thegither/infra';
import { ledgerAs } from '@thegither/ledger';
import { openIssuer, personAccounts, workerAccounts } from '@thegither/local';
import { publish } from '@thegither/supergraph';
import { workerNamed } from '@thegither/synthetic';
import { freePort } from '../../harness/freePort.ts';
import { IDENTIFIER_KEYS, IDENTIFIER_SECRET, SEAL_SECRET } from '../../harness/houseDatabases.ts';
import { serviceEnvironment } from '../../harness/serviceEnvironment.ts';
import { prepareProcess, type ServiceProcess } from '../../harness/serviceProcess.ts';
import { bundleServices } from './bundleServices.ts';
import { createTokens, type Tokens } from './createTokens.ts';
import { openLedger, type ProofLedger } from './ledger.ts';
import { makeDatabases } from './makeDatabases.ts';
import { startServer, type Server } from './server.ts';

/** The house of the proof: each service in a process of its own, with the demo people in it, on a PostgreSQL of its own. */
export interface ProofHouse {
  readonly gateways: readonly ServiceProcess[];
  readonly decisions: ServiceProcess;
  readonly server: Server;
  readonly ledgerUrl: string;
  /** The record, read from outside the house. */
  readonly ledger: ProofLedger;
  readonly tokenFor: Tokens;
  /** When a gateway began to write the answer to each question, by its number, on the machine's monotonic clock. */
  readonly writes: ReadonlyMap<number, number>;
  /** Takes out one of the two things on which the promise rests, so that the proof can be seen to fail, and puts the other one back. */
  without(what: 'second decision' | 'deadline'): Promise<void>;
  stop(): Promise<void>;
}

/** The rooms that these questions need; the others are not there. */
const ROOMS = ['people', 'consent', 'careers'];
const GATEWAYS = ['gateway-1', 'gateway-2'];
const CHECKOUT = new URL('../../../', import.meta.url);
/** The proof asks without a pause: its own questions are not what these limits are for. */
const UNHURRIED = { QUESTIONS_PER_MINUTE: '1000000000', PEOPLE_PER_MINUTE: '1000000000', LOOKS_PER_MINUTE: '1000000000' };

/** Opens it. What was opened is closed again when something of it does not open. */
export async function openHouse(): Promise<ProofHouse> {
  const close: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const one of close.splice(0).toReversed()) await one();
  };
  try {
    return { ...(await open(close)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function open(close: (() => unknown)[]): Promise<Omit<ProofHouse, 'stop'>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'thegither-proof-house-'));
  close.push(() => rmSync(folder, { recursive: true, force: true }));
  const bundles = await bundleServices(['apps/gateway', 'apps/decisions', ...ROOMS.map((name) => `subgraphs/${name}`)]);
  close.push(() => bundles.remove());
  const server = await startServer();
  close.push(() => server.stop());
  const identifiers = createIdentifiers(IDENTIFIER_KEYS);
  const databases = await makeDatabases(server, identifiers);
  const ledger = openLedger(databases.ledger);
  close.push(() => ledger.close());
  const account = { secret: 'a demo secret' };
  const workers = await openIssuer({ ...account, accounts: workerAccounts() });
  close.push(() => workers.close());
  const people = await openIssuer({ ...account, accounts: personAccounts((spine) => identifiers.issue('person', spine)) });
  close.push(() => people.close());

  const ports = new Map<string, number>();
  for (const name of [...GATEWAYS, ...SERVICES.map((service) => service.name)]) ports.set(name, await freePort());
  const addressOf = (name: string): string => `http://127.0.0.1:${ports.get(name)}`;
  const supergraphFile = path.join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, composeAt(addressOf));

  const secret: Record<string, string> = {
    ...makeSecrets(), IDENTIFIER_KEYS: IDENTIFIER_SECRET, LEDGER_SEAL_KEYS: SEAL_SECRET, CONSENT_DATABASE_URL: ledgerAs('consent', databases.ledger), DECISIONS_DATABASE_URL: ledgerAs('decisions', databases.ledger),
    PEOPLE_DATABASE_URL: databases.people, CAREERS_DATABASE_URL: databases.careers,
  };
  const ours = {
    HOST: '127.0.0.1', METRICS_HOST: '127.0.0.1', METRICS_PORT: '0', DECISIONS_URL: addressOf('decisions'), SUPERGRAPH_FILE: supergraphFile,
    WORKERS_ISSUER: workers.url, PEOPLE_ISSUER: people.url,
  };
  const writes = new Map<number, number>();
  const heard = (message: unknown): void => {
    const { question, at } = message as { readonly question: number; readonly at: number };
    writes.set(question, at);
  };
  const prepared = (name: string): ServiceProcess => {
    const kind = GATEWAYS.includes(name) ? 'gateway' : name;
    const { workspace } = SERVICES.find((service) => service.name === kind)!;
    const port = ports.get(name)!;
    const env = serviceEnvironment(kind, { ...ours, PORT: String(port) }, secret);
    const service = prepareProcess(name, workspace, port, kind === 'gateway' ? { ...env, ...UNHURRIED } : env, { bundle: bundles.service(workspace), preload: [bundles.inside], heard });
    close.push(() => service.kill());
    return service;
  };
  const decisions = prepared('decisions'), rooms = ROOMS.map(prepared), gateways = GATEWAYS.map(prepared);
  // The decision service before the rooms that fetch its keys.
  await decisions.start();
  await Promise.all([...rooms, ...gateways].map((service) => service.start()));

  return {
    gateways, decisions, server, ledgerUrl: databases.ledger, ledger, writes,
    tokenFor: createTokens((name) => (workerNamed(name) ? workers : people).tokenFor(name)),
    async without(what) {
      await restart(gateways, what === 'deadline' ? bundles.withoutDeadline : bundles.service('apps/gateway'));
      await restart([decisions], what === 'second decision' ? bundles.withoutSecondDecision : bundles.service('apps/decisions'));
    },
  };
}

async function restart(services: readonly ServiceProcess[], bundle: string): Promise<void> {
  await Promise.all(services.map((service) => service.kill()));
  await Promise.all(services.map((service) => service.start({ bundle })));
}

/** The rooms' schemas as they stand, published together, each at its address. */
const composeAt = (addressOf: (name: string) => string): string =>
  publish(SERVICES.filter(({ workspace }) => workspace.startsWith('subgraphs/')).map(({ name, workspace }) =>
    ({ name, url: `${addressOf(name)}/`, sdl: readFileSync(new URL(`${workspace}/schema.graphql`, CHECKOUT), 'utf8') }))).supergraphSdl;
