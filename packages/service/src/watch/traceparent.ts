import { TraceFlags, isSpanContextValid, type SpanContext } from '@opentelemetry/api';

/** The header that carries a trace from one of our services to the next. `tracestate` and `baggage` are neither read nor sent: they hold whatever somebody put into them. */
export const TRACEPARENT = 'traceparent';

const FORM = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Reads the header; undefined for any other form: then a trace begins here. It is not covered by the gateway's signature,
 * for it decides nothing.
 * @see W3C Trace Context, section 3.2
 */
export function readTraceparent(header: unknown): SpanContext | undefined {
  const [, traceId, spanId, flags] = typeof header === 'string' ? FORM.exec(header) ?? [] : [];
  if (!traceId || !spanId || !flags) return undefined;
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}

/** Writes the header. */
export const writeTraceparent = ({ traceId, spanId, traceFlags }: SpanContext): string => `00-${traceId}-${spanId}-${traceFlags & TraceFlags.SAMPLED ? '01' : '00'}`;
