import { pino, type DestinationStream, type Level } from 'pino';
import { safeFields, type LogFields } from './logFields.ts';

/** A message that stands in our source as it is: a text that was put together could carry a value, and does not compile. */
export type Fixed<Message extends string> = Anything extends Record<Message, unknown> ? never : Message;

// Lacks every property that a fixed text names, and none of those that a pattern only may name.
type Anything = { readonly anything?: unknown };

/** Writes one line: what happened, in fixed words, and the fields that are known to be safe. */
export type WriteLine = <const Message extends string>(fields: LogFields, message: Fixed<Message>) => void;

/** The log of one service. */
export interface Log {
  readonly debug: WriteLine;
  readonly info: WriteLine;
  readonly warn: WriteLine;
  readonly error: WriteLine;
}

/** Whose log it is, from which level on it writes, and where to (the standard output). */
export interface LogOptions {
  readonly service: string;
  readonly level?: Level | 'silent';
  readonly destination?: DestinationStream;
}

/**
 * Makes a service's log: one JSON object a line. Redaction works by a list of what may be written (LogFields), not of
 * what may not, so that a field that nobody thought of stays inside. Neither process nor machine is named.
 */
export function createLog({ service, level = 'info', destination }: LogOptions): Log {
  const logger = pino({ level, base: { service }, formatters: { level: (label) => ({ level: label }) } }, destination ?? pino.destination(1));
  const writeAt = (at: keyof Log): WriteLine => (fields, message) => logger[at](safeFields(fields), message);
  return { debug: writeAt('debug'), info: writeAt('info'), warn: writeAt('warn'), error: writeAt('error') };
}
