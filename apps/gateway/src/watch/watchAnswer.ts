import type { ServerResponse } from 'node:http';
import type { Answered, GatewayMetrics } from './gatewayMetrics.ts';

/** Notes what is known of a request so far. */
export type Note = (noted: Partial<Pick<Answered, 'kind' | 'code' | 'bytes'>>) => void;

/** Watches one request until its answer is out or its connection has ended, and counts it then. Until something is noted it is of no kind, and went well. */
export function watchAnswer(response: ServerResponse, metrics: GatewayMetrics): Note {
  const begun = performance.now();
  let noted: Pick<Answered, 'kind' | 'code' | 'bytes'> = { kind: 'none', code: 'OK', bytes: undefined };
  metrics.inFlight(1);
  response.once('close', () => {
    metrics.inFlight(-1);
    metrics.answered({ ...noted, seconds: (performance.now() - begun) / 1000, whole: response.writableFinished });
  });
  return (more) => { noted = { ...noted, ...more }; };
}
