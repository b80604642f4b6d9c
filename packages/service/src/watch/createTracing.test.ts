import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { listen, type Listening } from '../listen.ts';
import { readBody } from '../readBody.ts';
import { createTracing } from './createTracing.ts';
import { NO_TRACING, type SpanAttributes, type Tracing } from './tracing.ts';
import { tracingTo } from './watch.ts';

const CANARY = 'Morag Campbell';

interface Sent {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code?: number };
}

let collector: Listening, bodies: string[], tracing: Tracing;
beforeEach(async () => {
  bodies = [];
  collector = await listen(async (request, response) => {
    bodies.push(`${request.url} ${(await readBody(request, 1_000_000)).toString('utf8')}`);
    response.end('{}');
  });
  tracing = createTracing({ service: 'housing', endpoint: `${collector.url}/` });
});
afterEach(async () => {
  await tracing.close();
  await collector.close();
});

/** What reached the collector. */
async function sent(): Promise<Sent[]> {
  await tracing.close();
  return bodies.flatMap((body) => {
    const { resourceSpans } = JSON.parse(body.slice(body.indexOf(' '))) as { resourceSpans: { scopeSpans: { spans: Sent[] }[] }[] };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  });
}
const named = (spans: readonly Sent[], name: string): Sent => spans.find((span) => span.name === name)!;

describe('a step', () => {
  test('gives what it did, stands below the step that it was begun in, and reaches the collector', async () => {
    const done = await tracing.step('question', async () => {
      const caller = await tracing.step('identify', async () => 'isla');
      return tracing.step('analyse', () => `${caller} asks`);
    });
    expect(done).toBe('isla asks');
    const spans = await sent();
    const question = named(spans, 'question');
    expect(spans.map(({ name }) => name).toSorted()).toEqual(['analyse', 'identify', 'question']);
    for (const name of ['identify', 'analyse']) expect(named(spans, name)).toMatchObject({ traceId: question.traceId, parentSpanId: question.spanId });
    expect(question.parentSpanId).toBeUndefined();
    expect(bodies[0]).toMatch(/^\/v1\/traces /);
  });

  test('side by side with another stands below its own', async () => {
    await Promise.all([1, 2].map(() => tracing.step('question', async () => {
      await Promise.resolve();
      await tracing.step('decide', async () => undefined);
    })));
    const spans = await sent();
    const below = spans.filter(({ name }) => name === 'decide').map(({ parentSpanId }) => parentSpanId);
    expect(new Set(below)).toEqual(new Set(spans.filter(({ name }) => name === 'question').map(({ spanId }) => spanId)));
  });

  test('says what is on the list, and nothing else, whatever it is given', async () => {
    const careless: SpanAttributes = { subgraph: 'justice', ...({ code: CANARY, attempt: 2, person: CANARY, [CANARY]: 1 } as object) };
    tracing.step('fetch', (tell) => tell(careless));
    const [span] = await sent();
    expect(span!.attributes).toEqual([{ key: 'subgraph', value: { stringValue: 'justice' } }, { key: 'code', value: { stringValue: 'other' } }, { key: 'attempt', value: { intValue: 2 } }]);
    expect(bodies.join('')).not.toContain('Morag');
  });

  const ours = new HouseError('SUBGRAPH_UNAVAILABLE', CANARY, { cause: new Error(CANARY) });
  test.each([
    ['at once, a fault of ours', () => { throw ours; }, 'SUBGRAPH_UNAVAILABLE'],
    ['later, a fault of ours', () => Promise.reject(ours), 'SUBGRAPH_UNAVAILABLE'],
    ['at once, any other error', () => { throw new Error(CANARY); }, 'INTERNAL'],
    ['later, any other error', () => Promise.reject(new Error(CANARY)), 'INTERNAL'],
  ])('that fails %s, fails with a code and nothing else of it', async (_, act, code) => {
    await expect((async () => tracing.step('fetch', act as () => unknown))()).rejects.toThrow();
    const [span] = await sent();
    expect(span).toMatchObject({ attributes: [{ key: 'code', value: { stringValue: code } }], status: { code: 2 } });
    expect(bodies.join('')).not.toContain('Morag');
  });

  test('names the service, and neither process nor machine', async () => {
    tracing.step('shape', () => undefined);
    await sent();
    const { resourceSpans: [first] } = JSON.parse(bodies[0]!.slice(bodies[0]!.indexOf(' '))) as { resourceSpans: { resource: { attributes: { key: string }[] } }[] };
    expect(first!.resource.attributes.map(({ key }) => key).filter((key) => !key.startsWith('telemetry.sdk.'))).toEqual(['service.name']);
    expect(bodies[0]).toContain('"housing"');
  });
});

describe('from one service to the next', () => {
  test('a trace goes on', async () => {
    const header = tracing.step('fetch', () => tracing.headers()['traceparent']);
    tracing.serve(header, () => undefined);
    const spans = await sent();
    expect(named(spans, 'serve')).toMatchObject({ traceId: named(spans, 'fetch').traceId, parentSpanId: named(spans, 'fetch').spanId });
  });

  test.each([undefined, CANARY, ['x']])('a trace begins where no readable one came: %p', async (header) => {
    tracing.serve(header, () => undefined);
    expect((await sent())[0]!.parentSpanId).toBeUndefined();
  });

  test('nothing is carried outside of a step', () => {
    expect(tracing.headers()).toEqual({});
  });
});

test('a collector that is away costs its spans, and no answer', async () => {
  await collector.close();
  expect(await tracing.step('question', async () => 'answered')).toBe('answered');
});

describe('without a collector', () => {
  test('nothing is made: the step is the act itself, and no header is sent', async () => {
    const off = await tracingTo('housing', undefined);
    expect(off).toBe(NO_TRACING);
    const given = Promise.resolve('answered');
    expect(off.step('question', () => given)).toBe(given);
    expect(off.serve('x', (tell) => { tell({ code: 'OK' }); return off.headers(); })).toEqual({});
  });
});
