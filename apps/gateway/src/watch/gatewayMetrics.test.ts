import { afterEach, expect, test } from '@jest/globals';
import { createMetrics, listen, type Handler, type Listening } from '@thegither/service';
import { once } from 'node:events';
import { connect } from 'node:net';
import { gatewayMetrics } from './gatewayMetrics.ts';
import { watchAnswer } from './watchAnswer.ts';

const CANARY = 'Morag Campbell';
const part = (category: string, state: 'SHARED' | 'SHARED_OWN_ONLY' | 'NOT_SHARED' | 'ROLE_LIMIT') => ({ category, state });
const at = (subgraph: string, state: string) => new RegExp(`gateway_breaker\\{subgraph="${subgraph}",breaker="${state}",service="gateway"\\} (\\d)`);
const numbers = () => {
  const metrics = createMetrics({ service: 'gateway' });
  return { told: gatewayMetrics(metrics), text: () => metrics.text() };
};

test('what is withheld is counted by category and by what the caller reads; what is shared is not', async () => {
  const { told, text } = numbers();
  told.told([part('SKILLS', 'SHARED'), part('SKILLS', 'NOT_SHARED'), part('SKILLS', 'NOT_SHARED'), part('CONVICTIONS', 'ROLE_LIMIT'), part('CONDITIONS', 'SHARED_OWN_ONLY'), part(CANARY, 'NOT_SHARED')]);
  const lines = (await text()).split('\n').filter((line) => line.startsWith('gateway_withheld_total{'));
  expect(lines).toEqual([
    'gateway_withheld_total{category="SKILLS",reason="NOT_SHARED",service="gateway"} 2',
    'gateway_withheld_total{category="other",reason="NOT_SHARED",service="gateway"} 1',
    'gateway_withheld_total{category="CONVICTIONS",reason="ROLE_LIMIT",service="gateway"} 1',
  ]);
});

test('a circuit breaker stands at one state', async () => {
  const { told, text } = numbers();
  told.breaker('justice', 'closed');
  told.breaker('justice', 'open');
  told.breaker(CANARY, 'half-open');
  const said = await text();
  expect(['closed', 'open', 'half-open'].map((state) => at('justice', state).exec(said)?.[1])).toEqual(['0', '1', '0']);
  expect(at('other', 'half-open').exec(said)?.[1]).toBe('1');
  expect(said).not.toContain('Morag');
});

let listening: Listening | undefined;
afterEach(() => listening?.close());
async function serving(handler: (note: ReturnType<typeof watchAnswer>, ...asked: Parameters<Handler>) => unknown) {
  const { told, text } = numbers();
  const over: (() => void)[] = [];
  const ended = new Promise<void>((resolve) => over.push(resolve));
  listening = await listen((request, response) => {
    const note = watchAnswer(response, told);
    response.once('close', () => over[0]!());
    return handler(note, request, response);
  });
  return { ...listening, text, ended };
}

test('a request is counted when its answer is out: kind, code and bytes', async () => {
  const { url, text, ended } = await serving(async (note, _, response) => {
    note({ kind: 'mutation' });
    note({ code: 'RATE_LIMITED', bytes: 3 });
    response.writeHead(429, { 'content-length': 3 }).end('no!');
  });
  await (await fetch(url)).text();
  await ended;
  const said = await text();
  expect(said).toContain('gateway_requests_total{kind="mutation",code="RATE_LIMITED",service="gateway"} 1');
  expect(said).toContain('gateway_answer_bytes_sum{service="gateway",kind="mutation"} 3');
  expect(said).toContain('gateway_request_seconds_count{service="gateway",kind="mutation"} 1');
  expect(said).toContain('gateway_requests_in_flight{service="gateway"} 0');
  expect(said).not.toContain('gateway_answers_cut_total{');
});

test('a connection that ended before its answer is a cut answer, and no longer in flight', async () => {
  const { port, text, ended } = await serving((note, _, response) => {
    note({ kind: 'query' });
    response.writeHead(200, { 'content-length': 10 }).write('half');
  });
  const socket = connect(port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'data');
  expect(await text()).toContain('gateway_requests_in_flight{service="gateway"} 1');
  socket.destroy();
  await ended;
  expect(await text()).toContain('gateway_answers_cut_total{kind="query",service="gateway"} 1');
  expect(await text()).toContain('gateway_requests_in_flight{service="gateway"} 0');
});
