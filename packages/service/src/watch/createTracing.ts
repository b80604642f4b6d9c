import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { HouseError } from '@thegither/vocabulary';
import { isLabelName, safeLabel, type Labels } from './labels.ts';
import { TRACEPARENT, readTraceparent, writeTraceparent } from './traceparent.ts';
import type { SpanAttributes, Tell, Tracing } from './tracing.ts';

/** Whose spans they are, and the collector that takes them: the base of its OTLP address over HTTP. */
export interface TracingOptions {
  readonly service: string;
  readonly endpoint: string;
}

/** Longer than this no batch is tried to be sent, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * Follows steps and sends them to the collector, in batches and never in the way of an answer: a collector that is away
 * costs its spans. Nothing is registered for the whole process, so that no library can add spans or attributes of its
 * own, and services in one process stay apart.
 * @see OpenTelemetry specification, OTLP/HTTP
 */
export function createTracing({ service, endpoint }: TracingOptions): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: PATIENCE_MS });
  const provider = new NodeTracerProvider({ resource: resourceOf(service), spanProcessors: [new BatchSpanProcessor(exporter)] });
  const tracer = provider.getTracer('thegither');
  const running = new AsyncLocalStorage<Span>();

  const within = <Result>(span: Span, act: (tell: Tell) => Result): Result => running.run(span, () => {
    try {
      const result = act((attributes) => span.setAttributes(safeAttributes(attributes)));
      if (result instanceof Promise) result.then(() => span.end(), (error: unknown) => fail(span, error));
      else span.end();
      return result;
    } catch (error) {
      fail(span, error);
      throw error;
    }
  });
  const begin = (name: Labels['step'], kind: SpanKind, parent: Span | undefined): Span =>
    tracer.startSpan(name, { kind }, parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT);

  return {
    step: (name, act) => within(begin(name, name === 'fetch' ? SpanKind.CLIENT : SpanKind.INTERNAL, running.getStore()), act),
    serve(traceparent, act) {
      const from = readTraceparent(traceparent);
      return within(begin('serve', SpanKind.SERVER, from && trace.wrapSpanContext(from)), act);
    },
    headers(): Readonly<Record<string, string>> {
      const span = running.getStore();
      return span ? { [TRACEPARENT]: writeTraceparent(span.spanContext()) } : {};
    },
    // A collector that is away keeps nobody from closing.
    close: () => provider.shutdown().catch(() => undefined),
  };
}

function fail(span: Span, error: unknown): void {
  // Neither its message nor its stack: only ours are known to hold nothing, and the log has them.
  span.setAttributes(safeAttributes({ code: error instanceof HouseError ? error.code : 'INTERNAL' }));
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

function safeAttributes(attributes: SpanAttributes): Record<string, string | number> {
  const safe: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (isLabelName(name)) safe[name] = safeLabel(name, value);
    else if (name === 'attempt' && Number.isSafeInteger(value)) safe[name] = value;
  }
  return safe;
}

/** Names the service and nothing of the machine. */
function resourceOf(service: string): NonNullable<NonNullable<ConstructorParameters<typeof NodeTracerProvider>[0]>['resource']> {
  const attributes = { 'service.name': service };
  const resource = { attributes, asyncAttributesPending: false, schemaUrl: undefined, getRawAttributes: () => Object.entries(attributes), merge: () => resource };
  return resource;
}
