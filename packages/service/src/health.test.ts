import { afterEach, expect, test } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import { createHealth, type Check } from './health.ts';
import { listen, type Listening } from './listen.ts';

let listening: Listening | undefined;
afterEach(() => listening?.close());

async function ask(path: string, checks: Record<string, Check>, method = 'GET'): Promise<{ status: number; body: string }> {
  const health = createHealth(checks, 30);
  listening = await listen((request, response) => { if (!health(request, response)) response.writeHead(404).end(); });
  const response = await fetch(listening.url + path, { method });
  return { status: response.status, body: await response.text() };
}

const passing = () => {};
const rejecting = async () => { throw new Error('canary'); };
const throwing = () => { throw new Error('canary'); };
const hanging = () => new Promise(() => {});

test('a process that answers is live, whatever else does not', async () => {
  expect(await ask('/live', { ledger: rejecting })).toEqual({ status: 200, body: '{"live":true}' });
});

test.each([
  ['no check', {}, 200, []],
  ['every check passing', { ledger: passing, keys: async () => 'any value' }, 200, []],
  ['a check that rejects', { ledger: rejecting, keys: passing }, 503, ['ledger']],
  ['a check that throws', { ledger: passing, keys: throwing }, 503, ['keys']],
  ['a check that takes too long', { ledger: hanging, keys: passing }, 503, ['ledger']],
  ['two that fail', { ledger: rejecting, keys: hanging, port: passing }, 503, ['ledger', 'keys']],
])('with %s, readiness names what fails and says no reason', async (_, checks, status, failing) => {
  expect(await ask('/ready', checks)).toEqual({ status, body: JSON.stringify({ ready: status === 200, failing }) });
});

test.each([['GET', '/'], ['GET', '/ready/'], ['POST', '/live'], ['POST', '/ready']])('%s %s is not a question about health', async (method, path) => {
  expect((await ask(path, {}, method)).status).toBe(404);
});

test('questions at the same time share one run of the checks, the next one runs them again', async () => {
  const events = new EventEmitter();
  let runs = 0;
  const health = createHealth({ ledger: () => { runs += 1; return once(events, 'finish'); } }, 60_000);
  let asked = 0;
  listening = await listen((request, response) => { health(request, response); events.emit(`asked ${++asked}`); });
  const both = once(events, 'asked 2');
  const answers = Promise.all([fetch(`${listening.url}/ready`), fetch(`${listening.url}/ready`)]);
  await both;
  events.emit('finish');
  expect((await answers).map(({ status }) => status)).toEqual([200, 200]);
  expect(runs).toBe(1);

  const again = once(events, 'asked 3');
  const third = fetch(`${listening.url}/ready`);
  await again;
  events.emit('finish');
  expect((await third).status).toBe(200);
  expect(runs).toBe(2);
});
