import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { FREE_PORTS, silently, startLocalHouse } from '@thegither/local';
import { ask } from './ask.ts';
import { demo } from './demo.ts';
import { reset } from './reset.ts';
import { styleFor, type Terminal } from './terminal.ts';
import { token } from './token.ts';

jest.setTimeout(60_000);

// Beside the temporary folder, not in one that is closed to the database server's account.
const data = mkdtempSync(path.join(tmpdir(), 'thegither-cli-'));
let printed: string[], noted: string[];
const terminal: Terminal = { env: { THEGITHER_DATA: data }, print: (line) => printed.push(line), note: (line) => noted.push(line), style: styleFor(false) };
let house: Awaited<ReturnType<typeof startLocalHouse>>;

/** A room's first question warms up its database, and on a busy machine that may take longer than a gateway waits for a room. */
async function warm(): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    printed = [];
    await ask(['--as', 'morag'], terminal);
    if (!printed.some((line) => line.includes('not available just now'))) return;
  }
}

beforeAll(async () => {
  house = await startLocalHouse(terminal.env, silently, FREE_PORTS);
  noted = [];
  await warm();
});
afterAll(async () => {
  await house.stop();
  rmSync(data, { recursive: true, force: true });
});
beforeEach(() => {
  printed = [];
  noted = [];
});

const lineOf = (title: string) => printed.find((line) => line.trim().startsWith(title))?.trim().replaceAll(/ {2,}/g, ': ');

test('`ask` prints the whole-person view: what is shared, and "not shared" for the rest', async () => {
  await ask([], terminal);
  expect(printed[0]).toBe('Isla asks about Morag, for: help to find work.');
  expect(lineOf('Skills and qualifications')).toBe('Skills and qualifications: shared, held by My World Careers');
  expect(lineOf('My conditions')).toBe('My conditions and treatment: not shared');
  expect(printed.join('\n')).toContain('Handling calls');
  expect(noted).toEqual([]);
});

test('`ask` takes the worker, the person and the purpose', async () => {
  await ask(['--as', 'Gordon', '--about', 'callum', '--purpose', 'employability_support'], terminal);
  expect(lineOf('What I am called')).toMatch(/: shared/);
  expect(lineOf('My conditions')).toBe('My conditions and treatment: outside the agreement between the agencies');
});

test('a person asks about themselves, and sees what there is and what there is not', async () => {
  await ask(['--as', 'morag'], terminal);
  expect(lineOf('My conditions')).toMatch(/: shared, held by NHS Fife/);
  expect(lineOf('Homelessness help')).toBe('Homelessness help: shared, nothing recorded');
});

test('`ask --caseload` prints whom the worker supports', async () => {
  await ask(['--caseload'], terminal);
  expect(printed[0]).toBe('Isla supports 8 people.');
  expect(printed.join('\n')).toContain('Morag');
  expect(printed.join('\n')).not.toContain('Hamish');
});

test('`ask --json` prints the answer as it came', async () => {
  await ask(['--json'], terminal);
  expect(JSON.parse(printed.join('\n'))).toMatchObject({ data: { person: { name: { knownAs: 'Morag' }, conditions: null } }, extensions: { sharing: expect.any(Array) } });
});

test('`token` prints a token and nothing else', async () => {
  await token(['--as', 'morag'], terminal);
  expect(printed).toEqual([expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/)]);
  expect(noted).toEqual([]);
});

test.each<[string, (args: string[], terminal: Terminal) => Promise<void>, string[], string]>([
  ['an option that there is not', ask, ['--who', 'morag'], 'Use: npm run ask'],
  ['a word too many', ask, ['morag'], 'Use: npm run ask'],
  ['an account that there is not', ask, ['--as', 'bob'], 'workers are isla, '],
  ['a person that there is not', ask, ['--about', 'bob'], 'there are morag, callum, aisha, derek, mairi, tam, jean, hamish, fiona.'],
  ['a purpose that there is not', ask, ['--purpose', 'CURIOSITY'], 'EMPLOYABILITY_SUPPORT'],
  ['a person who asks about another', ask, ['--as', 'morag', '--about', 'tam'], 'about themselves alone'],
  ['an account that there is not', token, ['--as', 'bob'], 'people are morag, '],
  ['anything at all', demo, ['--fast'], 'Use: npm run demo'],
  ['anything at all', reset, ['--force'], 'Use: npm run reset'],
])('%s is answered with how to do it', async (_, command, args, words) => {
  await expect(command(args, terminal)).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining(words) });
  expect(printed).toEqual([]);
});

test.each([['una', 'morag'], ['isla', 'hamish']])('somebody who is not on the caseload of %s cannot be asked about', async (as, about) => {
  await expect(ask(['--as', as, '--about', about], terminal)).rejects.toMatchObject({ name: 'CannotTell', message: 'There is nobody of that name on this worker\'s caseload.' });
});

test('`demo` tells the story, and everything is as it was afterwards', async () => {
  await demo([], terminal);
  const story = printed.join('\n');
  const [, before, , after] = story.split(/^\d\. /m);
  expect(before).toMatch(/How my health affects work +shared/);
  expect(after).toMatch(/Now\n +How my health affects work +not shared/);
  // The question asks for a whole person, so nothing in it was asked for by its name.
  expect(story).not.toMatch(/asked, not given/);
  const [latest, earlier] = story.split(/^4\. /m)[1]!.split('was shown: ').slice(1);
  expect(latest).not.toMatch(/How my health affects work/);
  expect(earlier).toMatch(/How my health affects work/);

  printed = [];
  await ask([], terminal);
  expect(lineOf('How my health affects work')).toMatch(/: shared, held by NHS Fife/);
});

test('without a house `token` says so, `ask` opens one for itself, and `reset` removes its data', async () => {
  await house.stop();
  await expect(token([], terminal)).rejects.toThrow('npm start');
  await ask(['--as', 'catriona', '--about', 'aisha'], terminal);
  expect(noted[0]).toContain('opening one for this alone');
  expect(lineOf('Plans and interests')).toMatch(/: only what your own agency holds/);

  printed = [];
  await reset([], terminal);
  expect(existsSync(data)).toBe(false);
  await reset([], terminal);
  expect(printed).toEqual(["The house's data is removed. The next start begins anew.", 'There is no data to remove.']);
});
