import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { dataFolderAt, type DataFolder } from './dataFolder.ts';
import { findRunningHouse, isAlive } from './runningHouse.ts';

jest.setTimeout(90_000);

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const ANY_PORTS = { THEGITHER_PORT: '0', THEGITHER_WORKERS_PORT: '0', THEGITHER_PEOPLE_PORT: '0', THEGITHER_DECISIONS_PORT: '0', THEGITHER_ROOMS_PORT: '0' };

let folder: DataFolder;
const started: ChildProcess[] = [];

/** What `npm start` runs, on the test's own folder. */
function start(env: Readonly<Record<string, string>> = {}) {
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', MAIN], { env: { ...inherited, ...ANY_PORTS, THEGITHER_DATA: folder.path, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const run = { child, printed: '', noted: '', ended: once(child, 'close').then(([status]) => status as number | null) };
  child.stdout.on('data', (text: Buffer) => { run.printed += text.toString(); });
  child.stderr.on('data', (text: Buffer) => { run.noted += text.toString(); });
  return run;
}

/** Waits for something to become so; ends by the test's own time limit. */
const until = async (so: () => unknown) => { while (!(await so())) await pause(50); };
const postgresPid = () => Number(readFileSync(path.join(folder.postgres, 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Starts what cannot be started: what it says. */
async function refusal(env: Readonly<Record<string, string>> = {}): Promise<string> {
  const run = start(env);
  expect(await run.ended).toBe(1);
  expect(run.noted.trimEnd()).not.toContain('\n');
  return run.noted;
}

beforeAll(() => { folder = dataFolderAt({ THEGITHER_DATA: mkdtempSync(path.join(tmpdir(), 'thegither-start-')) }); });
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'close');
  }
});
afterAll(() => rmSync(folder.path, { recursive: true, force: true }));

describe('a house on a new folder', () => {
  test('tells its steps, is found by a second start, and leaves nothing behind when it is told to stop', async () => {
    const house = start();
    await until(() => house.printed.includes('Open after') || house.child.exitCode !== null);
    expect(house.noted).toBe('');
    expect(house.printed).toMatch(/PostgreSQL +\d+\.\d s\n/);
    expect(house.printed).toMatch(/eight rooms +\d+\.\d s\n/);
    const running = await findRunningHouse(folder);
    expect(house.printed).toContain(running!.gatewayUrl);

    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.printed).toContain(`already running (process ${house.child.pid})`);

    const postgres = postgresPid();
    house.child.kill('SIGTERM');
    expect(await house.ended).toBe(0);
    expect(isAlive(postgres)).toBe(false);
    expect(existsSync(folder.running)).toBe(false);
  });

  test('that is killed outright leaves no database server, and the next start needs no help', async () => {
    const house = start();
    await until(() => house.printed.includes('Open after'));
    const postgres = postgresPid();
    house.child.kill('SIGKILL');
    await until(() => !isAlive(postgres));

    const next = start();
    await until(() => next.printed.includes('Open after') || next.child.exitCode !== null);
    expect(next.noted).toBe('');
  });
});

describe('what cannot be started says why in one sentence, without a stack, and leaves nothing running', () => {
  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ THEGITHER_WORKERS_PORT: String(port) })).toMatch(new RegExp(`port ${port}: it is taken.*choose another with THEGITHER_WORKERS_PORT`));
    expect(existsSync(path.join(folder.postgres, 'postmaster.pid'))).toBe(false);
    expect(existsSync(folder.running)).toBe(false);
    other.close();
  });

  test('production', async () => {
    expect(await refusal({ NODE_ENV: 'production' })).toContain('For a laptop only');
  });

  test('a folder with something else in it', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'thegither-elsewhere-'));
    writeFileSync(path.join(elsewhere, 'thesis.txt'), 'years of work');
    expect(await refusal({ THEGITHER_DATA: elsewhere })).toContain('something that is not the house');
    rmSync(elsewhere, { recursive: true });
  });

  test('a data folder that is damaged', async () => {
    rmSync(path.join(folder.postgres, 'global/pg_control'));
    expect(await refusal()).toContain('damaged');
  });
});
