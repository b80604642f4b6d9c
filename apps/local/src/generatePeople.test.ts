import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { dataFolderAt, removeHouse, type DataFolder } from './dataFolder.ts';

jest.setTimeout(120_000);

const COMMAND = fileURLToPath(new URL('./generatePeople.ts', import.meta.url));

let folder: DataFolder;
beforeAll(() => { folder = dataFolderAt({ THEGITHER_DATA: mkdtempSync(path.join(tmpdir(), 'thegither-generate-')) }); });
afterAll(() => { removeHouse(folder); });

/** What `npm run generate:people` runs, on the test's own folder. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', COMMAND, ...args], { env: { ...inherited, THEGITHER_DATA: folder.path, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '', noted = '';
  child.stdout.on('data', (text: Buffer) => { printed += text.toString(); });
  child.stderr.on('data', (text: Buffer) => { noted += text.toString(); });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, printed, noted };
}

test.each<[string, string[], Record<string, string>, string]>([
  ['production', [], { NODE_ENV: 'production' }, 'For a laptop only'],
  ['what it cannot read', ['--count', 'many'], {}, '--count is a whole number'],
])('the command refuses %s in one sentence, with nothing written', async (_what, args, env, sentence) => {
  const { status, noted } = await run(args, env);
  expect([status, noted.trimEnd().split('\n')]).toEqual([1, [expect.stringContaining(sentence)]]);
  expect(existsSync(folder.postgres)).toBe(false);
});

describe('the command', () => {
  test('puts people into the databases of `npm start`, says how many and how fast, and lets go of them', async () => {
    const { status, printed, noted } = await run(['--count', '12', '--seed', '5']);
    expect([status, noted]).toEqual([0, '']);
    for (const name of ['ledger', 'people', 'employability', 'health-and-work', 'justice', 'housing', 'careers', 'referrals']) expect(printed).toMatch(new RegExp(`${name} +[\\d,]+ rows in +\\d+ tables, +\\d+ [kM]B`));
    expect(printed).toMatch(/12 people of seed 5 in [\d.]+ s: \d+ people and [\d,]+ rows a second\./);
    expect(existsSync(folder.running)).toBe(false);
  });

  test('does not do it twice, and not while the house is open', async () => {
    expect(await run(['--count', '12', '--seed', '5'])).toMatchObject({ status: 1, noted: expect.stringMatching(/^The people of this seed .*\n$/) as unknown });
    writeFileSync(folder.running, JSON.stringify({ pid: process.pid, since: Date.now() }));
    expect(await run(['--seed', '6'])).toMatchObject({ status: 1, noted: expect.stringContaining('Another process') as unknown });
  });
});
