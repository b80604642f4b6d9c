import { describe, expect, test } from '@jest/globals';
import { createMetrics, type SpanAttributes, type Tracing } from '@thegither/service';
import { HouseError, type DecideAnswer, type ReleaseAnswer } from '@thegither/vocabulary';
import { gatewayMetrics } from './gatewayMetrics.ts';
import { watchDecisions, watchFetches } from './watchCalls.ts';

const decided: DecideAnswer = { at: 1, words: { OUTSIDE_AGREEMENT: '', ROLE_LIMIT: '', NO_PURPOSE: '' }, people: [], signed: [] };
const changed: ReleaseAnswer = { status: 'CHANGED', ...decided };
const away = (code: 'DECISIONS_UNAVAILABLE' | 'SUBGRAPH_UNAVAILABLE') => async () => { throw new HouseError(code); };

const unused = async (): Promise<never> => { throw new Error('not asked'); };

/** Watches with a clock that goes on by a second whenever it is read. */
function watching() {
  const metrics = createMetrics({ service: 'gateway' });
  const steps: [string, SpanAttributes][] = [];
  const tracing: Tracing = {
    step: (name, act) => act((attributes) => { steps.push([name, attributes]); }),
    serve: (_, act) => act(() => undefined), headers: () => ({}), close: async () => undefined,
  };
  let clock = 0;
  return { with: { metrics: gatewayMetrics(metrics), tracing, now: () => (clock += 1_000) }, steps, text: () => metrics.text() };
}

describe('a question to the decision service', () => {
  const request = { attempt: 2 } as never;
  test.each([
    ['decide', { decide: async () => decided }, 'OK'],
    ['release', { release: async (): Promise<ReleaseAnswer> => ({ status: 'RELEASED', at: 1 }) }, 'RELEASED'],
    ['release', { release: async () => changed }, 'CHANGED'],
    ['decide', { decide: away('DECISIONS_UNAVAILABLE') }, 'DECISIONS_UNAVAILABLE'],
    ['release', { release: async () => { throw new TypeError('Morag'); } }, 'INTERNAL'],
  ] as const)('%s is a step, timed by what came of it: %#', async (question, answers, outcome) => {
    const watch = watching();
    const service = watchDecisions({ decide: unused, release: unused, marks: unused, ...answers }, watch.with);
    await service[question](request).catch(() => undefined);
    expect(watch.steps).toEqual([[question, { outcome, attempt: question === 'release' ? 2 : undefined }]]);
    expect(await watch.text()).toContain(`gateway_decision_seconds_sum{service="gateway",question="${question}",outcome="${outcome}"} 1`);
  });

  test('gives what the service gave, and fails as it failed', async () => {
    const service = watchDecisions({ decide: async () => decided, release: away('DECISIONS_UNAVAILABLE'), marks: unused }, watching().with);
    expect(await service.decide(request)).toBe(decided);
    await expect(service.release(request)).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
  });
});

describe('a fetch', () => {
  const request = { subgraph: 'justice', url: 'http://justice.example/', use: 'joined', query: '{ canary }', variables: { canary: 1 }, people: [] } as const;
  test.each([
    ['an answer', async () => ({ data: {} }), 'OK'],
    ['an answer with an error', async () => ({ data: {}, errors: [{ message: 'canary' }] }), 'SUBGRAPH_ERROR'],
    ['an outage', away('SUBGRAPH_UNAVAILABLE'), 'SUBGRAPH_UNAVAILABLE'],
  ])('is a step, timed by subgraph and what came of it: %s', async (_, fetch, outcome) => {
    const watch = watching();
    await watchFetches(fetch, watch.with)(request, 'signed').catch(() => undefined);
    expect(watch.steps).toEqual([['fetch', { subgraph: 'justice', use: 'joined', outcome }]]);
    const text = await watch.text();
    expect(text).toContain(`gateway_fetch_seconds_sum{service="gateway",subgraph="justice",outcome="${outcome}"} 1`);
    expect(text).not.toContain('canary');
  });
});
