import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { answerJson, listen, type Listening } from '@thegither/service';
import { dataFolderAt, openDataFolder, type DataFolder } from './dataFolder.ts';
import { claimHouse, findRunningHouse, tellRunning, tellStopped } from './runningHouse.ts';

let folder: DataFolder, gateway: Listening;
const addresses = () => ({ gatewayUrl: `${gateway.url}/graphql`, issuerUrls: { workers: 'http://127.0.0.1:1', people: 'http://127.0.0.1:2' } });

beforeEach(async () => {
  folder = dataFolderAt({ THEGITHER_DATA: mkdtempSync(path.join(tmpdir(), 'thegither-running-')) });
  openDataFolder(folder);
  gateway = await listen((request, response) => answerJson(response, 200, { live: request.url === '/live' }));
});
afterEach(async () => {
  await gateway.close();
  rmSync(folder.path, { recursive: true, force: true });
});

/** The number of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid!;
}

test('a house that answers is found, with its addresses', async () => {
  await claimHouse(folder);
  tellRunning(folder, addresses());
  expect(await findRunningHouse(folder)).toEqual({ pid: process.pid, ...addresses() });
  expect(statSync(folder.running).mode & 0o777).toBe(0o600);
});

test('a house that was stopped is not found', async () => {
  tellRunning(folder, addresses());
  tellStopped(folder);
  expect(existsSync(folder.running)).toBe(false);
  expect(await findRunningHouse(folder)).toBeUndefined();
});

test('a house whose address nobody listens at any more is not found', async () => {
  tellRunning(folder, addresses());
  await gateway.close();
  expect(await findRunningHouse(folder)).toBeUndefined();
});

test('another program at a dead house\'s address is not taken for it', async () => {
  writeFileSync(folder.running, JSON.stringify({ pid: await endedProcess(), ...addresses() }));
  expect(await findRunningHouse(folder)).toBeUndefined();
});

test.each(['', '{', '[]', 'null', '{"pid":"1"}', '{"pid":1,"gatewayUrl":7}'])('what cannot be read (%j) is no running house', async (text) => {
  writeFileSync(folder.running, text);
  expect(await findRunningHouse(folder)).toBeUndefined();
});

const others: [string, object][] = [
  ['is just opening', { pid: process.ppid, since: Date.now() }],
  ['has open', { pid: process.ppid, issuerUrls: { workers: '', people: '' } }],
];
test.each(others)('a house that another process %s is left to it', async (_, written) => {
  const text = JSON.stringify({ gatewayUrl: 'since' in written ? undefined : addresses().gatewayUrl, ...written });
  writeFileSync(folder.running, text);
  await expect(claimHouse(folder)).rejects.toMatchObject({ code: 'CONFIGURATION', message: expect.stringContaining(String(process.ppid)) });
  tellStopped(folder);
  expect(readFileSync(folder.running, 'utf8')).toBe(text);
});

const left: [string, () => Promise<object>][] = [
  ['whose process is gone', async () => ({ pid: await endedProcess(), since: Date.now() })],
  ['so long ago that its number is another\'s', async () => ({ pid: process.ppid, since: Date.now() - 600_000 })],
];
test.each(left)('a start %s hinders nobody', async (_, written) => {
  writeFileSync(folder.running, JSON.stringify(await written()));
  await claimHouse(folder);
  expect(JSON.parse(readFileSync(folder.running, 'utf8'))).toMatchObject({ pid: process.pid });
});
