import { tellError, type ToldError } from './tellError.ts';

/** What a log line may say beside its message. Nothing here can name a person; whatever is not here does not get out. */
export interface LogFields {
  /** A stable code, of ours or a library's. */
  readonly code?: string;
  readonly err?: unknown;
  /** How long it took. */
  readonly ms?: number;
  readonly port?: number;
  /** Only scheme, host and port are written. */
  readonly url?: string;
  readonly subgraph?: string;
  /** SHA-256 of an operation's text in hexadecimal. */
  readonly operation?: string;
  /** Our own id of a request (UUID). */
  readonly request?: string;
  readonly attempt?: number;
  readonly status?: number;
  /** How many, of things that are not rows about somebody. */
  readonly count?: number;
  readonly bytes?: number;
  /** The name of a readiness check, a step or a signal. */
  readonly check?: string;
  readonly step?: string;
  readonly signal?: string;
  readonly version?: string;
}

/** A value that may be written. */
type Written = string | number | ToldError;

const text = (form: RegExp) => (value: unknown): Written | undefined => (typeof value === 'string' && form.test(value) ? value : undefined);
const number = (value: unknown): Written | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const shortName = text(/^[A-Za-z][A-Za-z-]{0,39}$/);

const WRITE: { readonly [Field in keyof LogFields]-?: (value: unknown) => Written | undefined } = {
  code: text(/^[A-Z][A-Z0-9_]{1,63}$/),
  err: (value) => tellError(value),
  ms: number, port: number, attempt: number, status: number, count: number, bytes: number,
  url: originOf,
  subgraph: text(/^[a-z][a-z-]{0,39}$/),
  operation: text(/^[0-9a-f]{64}$/),
  request: text(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  check: shortName, step: shortName, signal: text(/^SIG[A-Z0-9]{1,10}$/), version: text(/^[0-9][0-9A-Za-z.-]{0,39}$/),
};

/**
 * Lets through the fields that are on the list and of the shape that the list expects. How many were held back is
 * written as `dropped`; not their names, which may be somebody's id.
 */
export function safeFields(fields: object): Record<string, Written> {
  const safe: Record<string, Written> = {};
  let dropped = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const written = isField(name) ? WRITE[name](value) : undefined;
    if (written === undefined) dropped += 1;
    else safe[name] = written;
  }
  return dropped > 0 ? { ...safe, dropped } : safe;
}

const isField = (name: string): name is keyof LogFields => Object.hasOwn(WRITE, name);

/** An address without account, path and query: any of them may hold an identifier or a secret. */
function originOf(value: unknown): Written | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const { protocol, host } = new URL(value);
  return `${protocol}//${host}`;
}
