import { afterEach, describe, expect, test } from '@jest/globals';
import { listen, type Listening } from '../listen.ts';
import { createMetrics } from './createMetrics.ts';
import { serveMetrics } from './serveMetrics.ts';
import { NO_TRACING } from './tracing.ts';
import { openWatch, readWatchConfig, unwatched, type OpenWatch } from './watch.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => { await Promise.all(open.splice(0).map((one) => one.close())); });
const kept = <One extends { close(): Promise<void> }>(one: One): One => (open.push(one), one);

describe('the numbers of a service', () => {
  test.each([['GET', '/metrics', 200], ['GET', '/', 404], ['GET', '/metrics?x', 404], ['POST', '/metrics', 404]])('%s %s at their own port: %i', async (method, path, status) => {
    const metrics = createMetrics({ service: 'housing' });
    metrics.counter({ name: 'n_total', help: 'N.', labels: [] })({});
    const { url } = kept(await serveMetrics(metrics, { port: 0 }));
    const response = await fetch(url + path, { method });
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(text.includes('n_total{service="housing"} 1')).toBe(status === 200);
    if (status === 200) expect([response.headers.get('cache-control'), response.headers.get('content-type')]).toEqual(['no-store', metrics.contentType]);
  });
});

describe('a watch', () => {
  test('needs nothing from the environment, in production too, and then neither listens nor sends', async () => {
    const config = readWatchConfig({ NODE_ENV: 'production' });
    expect(config).toEqual({});
    const watch: OpenWatch = kept(await openWatch('housing', config));
    expect(watch.tracing).toBe(NO_TRACING);
    expect(unwatched('housing').tracing).toBe(NO_TRACING);
  });

  test('is served and sends where it is told', async () => {
    const bodies: string[] = [];
    const collector: Listening = kept(await listen((request, response) => { bodies.push(request.url ?? ''); response.end('{}'); }));
    const port = (await serveMetrics(createMetrics({ service: 'x' }), { port: 0 }).then(async (free) => { await free.close(); return free.port; }));
    const config = readWatchConfig({ METRICS_PORT: String(port), METRICS_HOST: '127.0.0.1', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    const watch = await openWatch('housing', config);
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('nodejs_eventloop_lag_seconds{service="housing"}');
    watch.tracing.step('question', () => undefined);
    await watch.close();
    expect(bodies).toEqual(['/v1/traces']);
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
  });

  test.each([['METRICS_PORT', '70000'], ['METRICS_PORT', 'x'], ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector']])('with %s "%s" does not start', (name, value) => {
    expect(() => readWatchConfig({ [name]: value })).toThrow(expect.objectContaining({ code: 'CONFIGURATION', message: `Not readable in the environment: ${name}.` }));
  });
});
