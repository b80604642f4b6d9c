import { answerJson } from '../answer.ts';
import { listen, type Handler, type Listening } from '../listen.ts';
import type { Metrics } from './createMetrics.ts';

/** Answers GET /metrics with these numbers, true for a request that was that; false for any other. */
export const createScrape = (metrics: Metrics): (...asked: Parameters<Handler>) => boolean => (request, response) => {
  if (request.method !== 'GET' || request.url !== '/metrics') return false;
  void metrics.text().then(
    (text) => response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text),
    () => answerJson(response, 503, {}),
  );
  return true;
};

/** Serves the numbers at GET /metrics, at a port of their own: a public door does not show them. Throws CONFIGURATION when the port is taken. */
export function serveMetrics(metrics: Metrics, { port, host }: { readonly port: number; readonly host?: string }): Promise<Listening> {
  const scrape = createScrape(metrics);
  return listen((request, response) => { if (!scrape(request, response)) answerJson(response, 404, {}); }, { port, host, graceMs: 500 });
}
