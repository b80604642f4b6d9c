import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';

const GATEWAY = fileURLToPath(new URL('../../apps/gateway', import.meta.url));
const QUESTIONS = path.join(GATEWAY, 'browser/questions');

let house: TestHouse;
let folder: string;
/** The page's own list of its ready questions, as the browser gets it. */
let ready: readonly { readonly name: string; readonly as: string; readonly text: string }[];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'thegither-page-'));
  await build({ entryPoints: [path.join(GATEWAY, 'browser/questions.js')], outfile: path.join(folder, 'questions.mjs'), bundle: true, format: 'esm', loader: { '.graphql': 'text' }, logLevel: 'error' });
  ready = ((await import(path.join(folder, 'questions.mjs'))) as { QUESTIONS: typeof ready }).QUESTIONS;
  house = await startHouse();
});
afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('there are six ready questions, and no file of one that is not offered', () => {
  const files = readdirSync(QUESTIONS).map((name) => readFileSync(path.join(QUESTIONS, name), 'utf8'));
  expect(ready).toHaveLength(6);
  expect(ready.map(({ text }) => text).toSorted()).toEqual(files.toSorted());
});

test('each ready question is answered to the account that it is offered to, without an error', async () => {
  for (const { name, as, text } of ready) {
    const { body } = await house.ask(as, text);
    expect({ name, errors: body.errors }).toEqual({ name, errors: undefined });
    expect(JSON.stringify(body.data)).toMatch(/"[^"]{3,}":"[^"]+"/);
  }
});

test('where there is no page, as in a house that serves nobody\'s demo, its address says where GraphQL is', async () => {
  const response = await fetch(new URL('/', house.gatewayUrl));
  expect([response.status, await response.json()]).toEqual([200, { thegither: expect.stringContaining('/graphql') }]);
  expect((await fetch(new URL('/try/sign-in', house.gatewayUrl), { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"account":"isla"}' })).status).toBe(400);
});
