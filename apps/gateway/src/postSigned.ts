import type { SignRequest } from '@thegither/identity';
import { HouseError, type ErrorCode } from '@thegither/vocabulary';
import type { Dispatcher } from 'undici';
import { NotAccepted } from './breaker/breaker.ts';
import { exchange } from './exchange.ts';

/** Where a signed request goes and how long its answer may take. */
export interface Post {
  readonly pool: Dispatcher;
  readonly path: string;
  readonly body: string;
  readonly sign: SignRequest;
  /** Headers that the signature does not cover, because they decide nothing. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until the whole answer must be here. */
  readonly timeoutMs: number;
  /** May it be sent a second time when the connection fails? Never for what changes something. */
  readonly repeatable: boolean;
  /** The code to throw when there is no sensible answer. */
  readonly otherwise: ErrorCode;
  /** The statuses whose body is an answer; 200 alone when nothing is said. */
  readonly answers?: readonly number[];
  /** Reads a refusal that is about the caller, and so no outage, in anything that is no answer. Without it there is none. */
  readonly refusalIn?: (text: string) => HouseError | undefined;
}

const CONNECTION_FAILED = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Posts JSON under the gateway's signature and reads the JSON answer. A connection that fails is tried once more where
 * that is safe. Anything else than JSON with such a status, in time and within the pool's size limit, is an outage of the
 * other side: it throws the given code and never becomes an answer.
 */
export async function postSigned(post: Post): Promise<unknown> {
  try {
    return await send(post);
  } catch (cause) {
    if (post.repeatable && isConnectionFailure(cause)) return send(post).catch((again: unknown) => fail(post, again));
    return fail(post, cause);
  }
}

async function send({ pool, path, body, sign, headers, timeoutMs, answers = [200], refusalIn }: Post): Promise<unknown> {
  const signed = await sign({ method: 'POST', path, body });
  const { status, text } = await exchange(pool, { path, method: 'POST', body, headers: { ...headers, 'content-type': 'application/json', ...signed } }, timeoutMs);
  if (!answers.includes(status)) throw refusalIn?.(text) ?? (status >= 400 && status < 500 ? new NotAccepted(`status ${status}`) : new Error(`status ${status}`));
  return JSON.parse(text);
}

const isConnectionFailure = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && CONNECTION_FAILED.has(cause.code);

function fail({ otherwise }: Post, cause: unknown): never {
  throw cause instanceof HouseError ? cause : new HouseError(otherwise, undefined, { cause });
}
