import { describe, expect, test } from '@jest/globals';
import { createMetrics } from './createMetrics.ts';
import { categoryLabel, subgraphLabel, type Labels } from './labels.ts';

const CANARY = 'Morag Campbell 1.edfX6BI_Mgt5Xk1ZGXTziw';
const careless = (labels: object) => labels as never;
const requests = { name: 'requests_total', help: 'Requests.', labels: ['kind', 'code'] } as const;

describe('numbers', () => {
  test('are counted by their labels, and say whose they are', async () => {
    const metrics = createMetrics({ service: 'housing' });
    const count = metrics.counter(requests);
    count({ kind: 'query', code: 'OK' });
    count({ kind: 'query', code: 'OK' }, 2);
    count({ kind: 'mutation', code: 'FORBIDDEN' });
    const text = await metrics.text();
    expect(text).toContain('requests_total{kind="query",code="OK",service="housing"} 3');
    expect(text).toContain('requests_total{kind="mutation",code="FORBIDDEN",service="housing"} 1');
    expect(metrics.contentType).toMatch(/^text\/plain/);
  });

  test('are sorted into buckets, and stand as they were last set', async () => {
    const metrics = createMetrics({ service: 'housing' });
    metrics.histogram({ name: 'answer_bytes', help: 'Bytes.', labels: ['kind'] }, [10, 100])({ kind: 'query' }, 50);
    const open = metrics.gauge({ name: 'breaker', help: 'Open.', labels: ['subgraph'] });
    open.set({ subgraph: 'justice' }, 1);
    open.add({ subgraph: 'justice' }, 2);
    const text = await metrics.text();
    expect(text).toContain('answer_bytes_bucket{le="10",service="housing",kind="query"} 0');
    expect(text).toContain('answer_bytes_bucket{le="100",service="housing",kind="query"} 1');
    expect(text).toContain('breaker{subgraph="justice",service="housing"} 3');
  });

  test('of two services in one process stay apart', async () => {
    const [one, other] = [createMetrics({ service: 'housing' }), createMetrics({ service: 'justice' })];
    one.counter(requests)({ kind: 'query', code: 'OK' });
    other.counter(requests);
    expect(await other.text()).not.toContain('requests_total{');
  });

  test('of the process come where they are asked for: event-loop lag and memory among them', async () => {
    expect(await createMetrics({ service: 'housing' }).text()).not.toContain('nodejs_eventloop_lag');
    const text = await createMetrics({ service: 'housing', process: true }).text();
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes', 'process_open_fds']) expect(text).toContain(name);
  });
});

describe('nothing personal becomes a label', () => {
  test.each(['kind', 'code', 'subgraph', 'use', 'outcome', 'category', 'reason', 'step', 'question', 'breaker'] as const)('by the value of "%s": it is "other"', async (name) => {
    const metrics = createMetrics({ service: 'housing' });
    metrics.counter({ name: 'n', help: 'N.', labels: [name] })(careless({ [name]: CANARY }));
    const text = await metrics.text();
    expect(text).not.toContain('Morag');
    expect(text).toContain(`n{${name}="other",service="housing"} 1`);
  });

  test('by a label that the number does not have: it is left out', async () => {
    const metrics = createMetrics({ service: 'housing' });
    metrics.counter(requests)(careless({ kind: 'query', code: 'OK', person: CANARY, [CANARY]: 1 }));
    expect(await metrics.text()).toContain('requests_total{kind="query",code="OK",service="housing"} 1');
  });

  test('by a name that every object has', async () => {
    const metrics = createMetrics({ service: 'housing' });
    metrics.counter(requests)(careless({ kind: 'constructor', code: '__proto__' }));
    expect(await metrics.text()).toContain('requests_total{kind="other",code="other",service="housing"} 1');
  });

  test('by an arbitrary text: it does not compile', () => {
    const anySubgraph: [string] extends [Labels['subgraph']] ? true : false = false;
    const anyCategory: [string] extends [Labels['category']] ? true : false = false;
    const anyCode: [string] extends [Labels['code']] ? true : false = false;
    expect([anySubgraph, anyCategory, anyCode]).toEqual([false, false, false]);
  });

  test.each([[subgraphLabel, 'housing'], [categoryLabel, 'CONVICTIONS']] as const)('by a name out of configuration or a schema', (label, known) => {
    expect([label(known), label(CANARY), label('constructor')]).toEqual([known, 'other', 'other']);
  });
});
