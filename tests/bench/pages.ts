import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openIssuer, workerAccounts } from '@thegither/local';
import { MY_SHARING, openMySharing } from '@thegither/my-sharing';
import type { App, OpenPages, PagesDeps } from '@thegither/pages';
import { createLog } from '@thegither/service';
import { publish } from '@thegither/supergraph';
import { openWorkspace, WORKSPACE } from '@thegither/workspace';
import { buildSchema } from 'graphql';
import { readSources } from './house/schemas.ts';
import { timesOf } from './ledger/measured.ts';
import { answerFrom, personIdAt } from './pages/answerFrom.ts';
import { overAim, type MeasuredPage } from './pages/measured.ts';
import { openFakeGateway } from './pages/openFakeGateway.ts';
import { pathsOf } from './pages/pathsOf.ts';
import { signIn } from './pages/signIn.ts';
import { tableOf } from './pages/tableOf.ts';

// `npm run bench:pages`: the server's own time for every page of both apps with fifty rows, and how often each asks. See
// pages/README.md.
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '100' }, rows: { type: 'string', default: '50' }, json: { type: 'boolean', default: false } } });
const rounds = Number(values.rounds), rows = Number(values.rows);
const WARM = 60;
const AUDIENCE = 'https://thegither.example/graphql';
/** A page that has not answered by then does not end by itself. */
const LATE_MS = 10_000;
/** For a page that takes nothing but an id for a grant's. */
const GRANT = '00000000-0000-4000-8000-000000000000';
/** Some pages are of things in one state alone: so many things are tried. */
const TRIES = 10;

const schema = buildSchema(readFileSync(new URL('../../docs/api.graphql', import.meta.url), 'utf8'));
const { needs } = publish(readSources('http://subgraphs.invalid'));
const gateway = await openFakeGateway((query, variables) => answerFrom({ schema, rows, needs }, query, variables));
const measured: MeasuredPage[] = [];
try {
  measured.push(...await measureApp(WORKSPACE, openWorkspace), ...await measureApp(MY_SHARING, openMySharing));
} finally {
  await gateway.close();
}
const faults = overAim(measured);
if (values.json) process.stdout.write(`${JSON.stringify({ node: process.version, rounds, rows, pages: measured, faults }, null, 2)}\n`);
else process.stdout.write(`${tableOf(measured)}\n\n${faults.length === 0 ? 'Nothing is over its aim.' : faults.join('\n')}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

async function measureApp(app: App, open: (deps: PagesDeps) => Promise<OpenPages>): Promise<MeasuredPage[]> {
  const issuer = await openIssuer({ accounts: workerAccounts(), secret: 'secret', apps: [app.name] });
  const pages = await open({
    issuer: { url: issuer.url, clientId: app.name, clientSecret: 'secret', resource: AUDIENCE }, gatewayUrl: gateway.url, log: createLog({ service: app.name, level: 'silent' }),
  });
  try {
    // Who it is does not matter: the gateway answers everybody alike.
    const cookie = await signIn(pages.baseUrl, 'isla');
    const found: MeasuredPage[] = [];
    for (const path of pathsOf(app)) found.push(await measurePage(`${app.name} ${path}`, pages.baseUrl, path, cookie));
    return found;
  } finally {
    await pages.close();
    await issuer.close();
  }
}

/** What a page answered, and what of the time was its own. */
interface Read {
  readonly status: number;
  /** By the clock, and of the processor. */
  readonly ms: number;
  readonly cpuMs: number;
  readonly questions: number;
  readonly bytes: number;
}

async function read(url: string, cookie: string): Promise<Read> {
  gateway.count();
  const begun = performance.now(), before = process.cpuUsage();
  const response = await fetch(url, { headers: { cookie }, redirect: 'manual', signal: AbortSignal.timeout(LATE_MS) });
  const { length } = await response.text();
  const ms = performance.now() - begun, { user, system } = process.cpuUsage(before);
  const counted = gateway.count();
  return { status: response.status, ms: ms - counted.ms, cpuMs: (user + system) / 1000 - counted.cpuMs, questions: counted.questions, bytes: length };
}

async function measurePage(page: string, baseUrl: string, path: string, cookie: string): Promise<MeasuredPage> {
  const found = await findOne(baseUrl, path, cookie);
  if (typeof found === 'number') return { page, status: found };
  for (let round = 0; round < WARM; round++) await read(found, cookie);
  const reads: Read[] = [];
  for (let round = 0; round < rounds; round++) reads.push(await read(found, cookie));
  return { page, clock: timesOf(reads.map(({ ms }) => ms)), processor: timesOf(reads.map(({ cpuMs }) => cpuMs)), questions: Math.max(...reads.map(({ questions }) => questions)), bytes: reads[0]!.bytes };
}

/** An address of this page that is there; the first status where none is. */
async function findOne(baseUrl: string, path: string, cookie: string): Promise<string | number> {
  let first: number | undefined;
  for (let place = 0; place < (path.includes(':') ? TRIES : 1); place++) {
    const url = baseUrl + path.replace(/^\/people\/:\w+/, `/people/${personIdAt(place)}`).replace(':grant', GRANT).replaceAll(/:\w+(\{[^}]*\})?/g, String(place));
    const { status } = await read(url, cookie);
    if (status === 200) return url;
    first ??= status;
  }
  return first!;
}
