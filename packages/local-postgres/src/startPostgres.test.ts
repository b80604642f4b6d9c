import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { connected } from './connected.ts';
import { removeDataFolder } from './dataFolder.ts';
import { placeElsewhere } from './elsewhere.ts';
import { isAlive } from './pidFile.ts';
import { startPostgres, type LocalPostgres } from './startPostgres.ts';

// Starting servers takes seconds on a busy machine.
jest.setTimeout(60_000);

let parent: string;
let dataDir: string;
const started: LocalPostgres[] = [];

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'thegither-postgres-'));
  // Root's temporary folders are closed to others, and the server does not run as root.
  rmSync(parent, { recursive: true });
  mkdirSync(parent, { mode: 0o755 });
  dataDir = path.join(parent, 'data');
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
  rmSync(parent, { recursive: true, force: true });
});

async function start(options: { port?: number; flags?: string[] } = {}): Promise<LocalPostgres> {
  const server = await startPostgres({ dataDir, ...options, flags: ['-c', 'fsync=off', ...(options.flags ?? [])] });
  started.push(server);
  return server;
}

const ask = (url: string, sql: string) => connected(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
/** Ends by the test's own time limit when the process stays. */
const gone = async (pid: number) => { while (isAlive(pid)) await pause(20); };

test('what was written is there after a restart', async () => {
  const first = await start();
  await ask(await first.ensureDatabase('notes'), 'CREATE TABLE note AS SELECT 7 AS line');
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);

  const second = await start();
  expect(second.reused).toBe(false);
  expect(await ask(await second.ensureDatabase('notes'), 'SELECT line FROM note')).toEqual([{ line: 7 }]);
});

test('a server that runs on the folder already is taken over and can be stopped', async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ reused: true, pid: first.pid, port: first.port });
  await second.stop();
  expect(isAlive(first.pid)).toBe(false);
});

test('a database can be made as a copy of another, once', async () => {
  const server = await start();
  await ask(await server.ensureDatabase('model'), 'CREATE TABLE note AS SELECT 1 AS line');
  const copy = await server.ensureDatabase('copy', 'model');
  expect(await server.ensureDatabase('copy')).toBe(copy);
  expect(await ask(copy, 'SELECT line FROM note')).toEqual([{ line: 1 }]);
});

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('no server is left when Node ends by %s, and its data is whole', async (signal) => {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', fileURLToPath(new URL('../fixtures/holdsServer.ts', import.meta.url)), dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  expect(isAlive(pid)).toBe(true);

  child.kill(signal);
  await gone(pid);
  const next = await start();
  expect(next.pid).not.toBe(pid);
});

test('the wait for a server that is just ending is no error', async () => {
  const first = await start();
  const [, second] = await Promise.all([first.stop(), start()]);
  expect(await ask(second.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

const damages: [string, (folder: string) => void][] = [
  ['its control file is missing', (folder) => rmSync(path.join(folder, 'global/pg_control'))],
  ['its control file is cut short', (folder) => writeFileSync(path.join(folder, 'global/pg_control'), 'x')],
  ['its log of changes is gone', (folder) => { rmSync(path.join(folder, 'pg_wal'), { recursive: true }); mkdirSync(path.join(folder, 'pg_wal')); }],
  ['its version is missing', (folder) => rmSync(path.join(folder, 'PG_VERSION'))],
];
test.each(damages)('a folder is said to be damaged when %s', async (_, damage) => {
  await (await start()).stop();
  damage(dataDir);
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({
    code: 'CONFIGURATION', message: 'The data folder is damaged and PostgreSQL cannot start on it: `npm run reset` removes it and begins anew.',
  });
});

test('a folder that was being made when its process was killed is begun anew', async () => {
  mkdirSync(`${dataDir}.unfinished`);
  writeFileSync(path.join(`${dataDir}.unfinished`, 'PG_VERSION'), '18\n');
  await start();
  expect(existsSync(`${dataDir}.unfinished`)).toBe(false);
});

test('a taken port is said to be taken, and nothing is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  await expect(start({ port: (other.address() as AddressInfo).port })).rejects.toMatchObject({
    code: 'CONFIGURATION', message: expect.stringContaining('port for PostgreSQL is taken'),
  });
  other.close();
  expect((await start()).reused).toBe(false);
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;
asRoot('a folder that the server may not enter has its data elsewhere, in the same place each time, and both are removed', async () => {
  chmodSync(parent, 0o700);
  const first = await start();
  await first.ensureDatabase('notes');
  await first.stop();
  expect(existsSync(dataDir)).toBe(false);
  const second = await start();
  expect(await ask(second.url('postgres'), "SELECT datname FROM pg_database WHERE datname = 'notes'")).toHaveLength(1);
  await second.stop();
  expect(existsSync(placeElsewhere(dataDir))).toBe(true);
  removeDataFolder(dataDir);
  expect(existsSync(placeElsewhere(dataDir))).toBe(false);
});
