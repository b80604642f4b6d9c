import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createIdentifiers, importIdentifierKeys } from '@thegither/identity';
import type { PersonId } from '@thegither/vocabulary';
import { Pool } from 'undici';
import { CASELOAD, spineOf } from './house/people.ts';
import { agreedBy } from './ledger/agreed.ts';
import { askDecisions } from './ledger/askDecisions.ts';
import { growthOf, timesOf, type Measured } from './ledger/measured.ts';
import { loadLedger, type Loaded } from './ledger/loadLedger.ts';
import { pureDecisions } from './ledger/pureDecisions.ts';
import { sizeOf } from './ledger/sizeOf.ts';
import { tableOf } from './ledger/tableOf.ts';
import { bundleProcesses } from './start/bundle.ts';
import { startChild } from './start/child.ts';
import { makeKeys } from './start/keys.ts';
import { startServer } from './start/ledgerDatabase.ts';

// `npm run bench:ledger`: what the decision service costs on ledgers of several sizes. All are loaded first and asked in
// turn, so that whatever else the machine does meets them alike.
const { values } = parseArgs({ options: { sizes: { type: 'string', default: '100000,1000000' }, rounds: { type: 'string', default: '300' }, json: { type: 'boolean', default: false } } });
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds);
const WARM = Math.min(50, rounds);
/** So many mixtures of what is agreed are enough: each caseload has two hundred of them. */
const MIXTURES = Array.from({ length: 1000 }, (_, place) => agreedBy('mixture', place));

const say = (text: string) => void (values.json ? process.stderr : process.stdout).write(text);

/** Whom this worker supports is whoever stands near: a caseload is a run of places. */
const workerOf = (place: number): string => `worker-${Math.floor(place / CASELOAD)}`;

/** A loaded ledger with a decision service before it. */
interface Side {
  readonly size: number;
  readonly loadSeconds: number;
  readonly bytes: number;
  readonly pure: readonly number[];
  ask(count: number): Promise<number>;
  stop(): Promise<void>;
}

const folder = path.join(import.meta.dirname, '../../node_modules/.cache/bench-ledger');
await bundleProcesses(['decisions'], folder);
const keys = await makeKeys();
const identifiers = createIdentifiers(importIdentifierKeys(keys.identifierKeys));
const server = await startServer();
const sides: Side[] = [];
try {
  for (const size of sizes) sides.push(await open(size));
  const measured = await measure();
  const growth = growthOf(measured);
  if (values.json) process.stdout.write(`${JSON.stringify({ node: process.version, rounds, sizes: measured, growth }, null, 2)}\n`);
  else say(tableOf(measured, growth));
} finally {
  for (const side of sides) await side.stop();
  await server.stop();
}

async function open(size: number): Promise<Side> {
  const begun = performance.now();
  const databaseUrl = await server.emptyLedger(`people_${size}`);
  const people = Array.from({ length: size }, (_, place): Loaded =>
    ({ person: identifiers.issue('consent', spineOf(`ledger ${place}`)), worker: workerOf(place), agreed: MIXTURES[place % MIXTURES.length]! }));
  await loadLedger(databaseUrl, people);
  const loadSeconds = (performance.now() - begun) / 1000;
  const bytes = await sizeOf(databaseUrl);
  say(`${size.toLocaleString('en-GB')} people with 10 grants each, loaded in ${loadSeconds.toFixed(0)} s: ${(bytes / 1e9).toFixed(1)} GB\n`);
  const ids = people.map(({ person }) => person);
  const pure = await pureDecisions(databaseUrl, ids.slice(0, CASELOAD), workerOf(0), rounds);
  const decisions = startChild(folder, 'decisions', { as: 'decisions' });
  const { identifierKeys, sealKeys, issuerKeys } = keys;
  const url = await decisions.ask<string>('start', { databaseUrl, identifierKeys, sealKeys, issuerKeys, signingKey: keys.decisions, gatewayKey: keys.gatewayPublic });
  const pool = new Pool(url);
  const stop = async (): Promise<void> => {
    await pool.destroy();
    await decisions.stop();
  };
  return { size, loadSeconds, bytes, pure, stop, ask: asker(pool, ids) };
}

/** Asks both questions of one answer, over HTTP, about other people each time; answers how long it took, in milliseconds. */
function asker(pool: Pool, people: readonly PersonId[]): Side['ask'] {
  const caseloads = Math.floor(people.length / CASELOAD);
  let turn = 0;
  return async (count) => {
    // A prime step: caseloads from all over the ledger, so that no few pages stay warm.
    const first = ((++turn * 7_919) % caseloads) * CASELOAD;
    const token = await keys.tokenFor(workerOf(first));
    const begun = performance.now();
    await askDecisions({ pool, gateway: keys.gateway, token, request: randomUUID(), people: people.slice(first, first + count) });
    return performance.now() - begun;
  };
}

async function measure(): Promise<Measured[]> {
  const told = sides.map(() => ({ one: [] as number[], caseload: [] as number[] }));
  for (let round = -WARM; round < rounds; round += 1) {
    for (const [index, side] of sides.entries()) {
      const [one, caseload] = [await side.ask(1), await side.ask(CASELOAD)];
      if (round < 0) continue;
      told[index]!.one.push(one);
      told[index]!.caseload.push(caseload);
    }
  }
  return sides.map(({ size, loadSeconds, bytes, pure }, index) => (
    { people: size, loadSeconds, bytes, pure: timesOf(pure), one: timesOf(told[index]!.one), caseload: timesOf(told[index]!.caseload) }
  ));
}
