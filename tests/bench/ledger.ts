import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { decide, type Asker, type PersonFacts } from '@thegither/consent';
import { createIdentifiers, importIdentifierKeys } from '@thegither/identity';
import { createLedger } from '@thegither/ledger';
import { Pool } from 'undici';
import { AGENCY, PURPOSE } from './house/agency.ts';
import { CASELOAD, spineOf } from './house/people.ts';
import { askDecisions, type Asking } from './ledger/askDecisions.ts';
import { agreedBy } from './ledger/agreed.ts';
import { loadLedger, type Loaded } from './ledger/loadLedger.ts';
import { middleOf } from './measure/middle.ts';
import { bundleProcesses } from './start/bundle.ts';
import { startChild } from './start/child.ts';
import { makeKeys, type Keys } from './start/keys.ts';
import { startServer, type Server } from './start/ledgerDatabase.ts';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '20000,100000' }, rounds: { type: 'string', default: '200' } } });
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds);
const WARM = 100;

const folder = path.join(import.meta.dirname, '../../node_modules/.cache/bench-ledger');
await bundleProcesses(['decisions'], folder);
const keys = await makeKeys();
const identifiers = createIdentifiers(importIdentifierKeys(keys.identifierKeys));
const server = await startServer();
try {
  for (const size of sizes) await measureSize(server, keys, size);
} finally {
  await server.stop();
}

async function measureSize(postgres: Server, secrets: Keys, size: number): Promise<void> {
  const begun = performance.now();
  const databaseUrl = await postgres.emptyLedger(`people_${size}`);
  const people = Array.from({ length: size }, (_, place): Loaded =>
    ({ person: identifiers.issue('consent', spineOf(`ledger ${place}`)), worker: workerOf(place), agreed: agreedBy('mixture', place) }));
  await loadLedger(databaseUrl, people);
  process.stdout.write(`${size} people with 10 grants each, loaded in ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
  await pureDecisions(databaseUrl, people);

  const decisions = startChild(folder, 'decisions');
  const { identifierKeys, issuerKeys } = secrets;
  const url = await decisions.ask<string>('start', { databaseUrl, identifierKeys, issuerKeys, signingKey: secrets.decisions, gatewayKey: secrets.gatewayPublic });
  const pool = new Pool(url);
  try {
    for (const count of [1, CASELOAD]) await measureCount({ pool, gateway: secrets.gateway }, people, count);
  } finally {
    await pool.destroy();
    await decisions.stop();
  }
}

/** Whom this worker supports is whoever stands near: a caseload is a run of places. */
function workerOf(place: number): string {
  return `worker-${Math.floor(place / CASELOAD)}`;
}

/** The rule of the house alone, for a caseload, with facts as the ledger gives them. */
async function pureDecisions(databaseUrl: string, people: readonly Loaded[]): Promise<void> {
  const ledger = createLedger({ connectionString: databaseUrl });
  try {
    const facts: readonly PersonFacts[] = [...(await ledger.readFacts(people.slice(0, CASELOAD).map(({ person }) => person))).values()];
    const { asker, at } = await ledger.decide({ kind: 'worker', worker: workerOf(0), agency: AGENCY }, PURPOSE, []);
    const decideAll = (by: Asker): void => {
      for (const one of facts) decide(one, { asker: by, purpose: PURPOSE, at });
    };
    for (let n = 0; n < WARM; n++) decideAll(asker);
    tell(`decide for ${CASELOAD} people, pure`, await timed(async () => decideAll(asker)));
  } finally {
    await ledger.close();
  }
}

/** Both questions of one answer, over HTTP; other people each time. */
async function measureCount(to: Pick<Asking, 'pool' | 'gateway'>, people: readonly Loaded[], count: number): Promise<void> {
  const caseloads = Math.floor(people.length / CASELOAD);
  let n = 0;
  const once = async (): Promise<void> => {
    // A prime step: caseloads from all over the ledger, so that no few pages stay warm.
    const first = ((++n * 7_919) % caseloads) * CASELOAD;
    const token = await keys.tokenFor(workerOf(first));
    await askDecisions({ ...to, token, request: randomUUID(), people: people.slice(first, first + count).map(({ person }) => person) });
  };
  for (let warm = 0; warm < WARM; warm++) await once();
  tell(`decide + release for ${count === 1 ? 'one person' : `${count} people`}`, await timed(once));
}

async function timed(work: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times;
}

function tell(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  process.stdout.write(`  ${what}: p50 ${middleOf(times).median.toFixed(2)} ms, p95 ${sorted[Math.floor(sorted.length * 0.95)]!.toFixed(2)} ms\n`);
}
