import { z } from 'zod';
import type { Environment } from '../laptop.ts';
import { readConfig } from '../readConfig.ts';
import { createMetrics, type Metrics } from './createMetrics.ts';
import { serveMetrics } from './serveMetrics.ts';
import { NO_TRACING, type Tracing } from './tracing.ts';

/** How a service is watched by whoever runs it: numbers and spans, nothing of which is about anybody. */
export interface Watch {
  readonly metrics: Metrics;
  readonly tracing: Tracing;
}

/** A watch that may listen and send, until it is closed. */
export interface OpenWatch extends Watch {
  close(): Promise<void>;
}

/** What a service reads from its environment to be watched. Without it nothing listens and nothing is sent. */
export const WATCH_CONFIG = {
  /** Port of GET /metrics, beside the service's own. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** 127.0.0.1 when nothing is said. */
  METRICS_HOST: z.string().min(1).optional(),
  /** Base address of an OTLP collector over HTTP. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
} as const;

/** The variables of WATCH_CONFIG as they were read. */
export interface WatchConfig {
  readonly METRICS_PORT?: number;
  readonly METRICS_HOST?: string;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string;
}

/** Reads WATCH_CONFIG alone. Throws CONFIGURATION for what cannot be read. */
export const readWatchConfig = (env: Environment): WatchConfig => readConfig(z.object(WATCH_CONFIG), env);

/** A watch that keeps its numbers to itself and follows nothing: what a service has when nobody said otherwise. */
export const unwatched = (service: string): Watch => ({ metrics: createMetrics({ service }), tracing: NO_TRACING });

/** Spans to the collector at this address; none, and no library for it, without one. */
export async function tracingTo(service: string, endpoint: string | undefined): Promise<Tracing> {
  if (endpoint === undefined) return NO_TRACING;
  const { createTracing } = await import('./createTracing.ts');
  return createTracing({ service, endpoint });
}

/** Opens the watch of a service that is alone in its process: see WATCH_CONFIG. Throws CONFIGURATION when the port is taken. */
export async function openWatch(service: string, { METRICS_PORT: port, METRICS_HOST: host, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }: WatchConfig): Promise<OpenWatch> {
  const metrics = createMetrics({ service, process: true });
  const served = port === undefined ? undefined : await serveMetrics(metrics, { port, host });
  const tracing = await tracingTo(service, endpoint);
  return {
    metrics, tracing,
    async close() {
      await tracing.close();
      await served?.close();
    },
  };
}
