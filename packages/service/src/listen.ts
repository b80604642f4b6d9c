import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ERRORS, HouseError } from '@thegither/vocabulary';
import { answerError } from './answer.ts';
import { closeGently } from './closeGently.ts';
import type { Log } from './createLog.ts';
import { refuseUnreadable } from './refuseUnreadable.ts';

/** Answers one request. What it throws is answered by its code, and logged if it is a fault of ours. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Where to listen, and how long (milliseconds) a request may take to arrive and a running one to finish when we close. */
export interface ListenOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Only this machine, unless another address is asked for. */
  readonly host?: string;
  readonly headersMs?: number;
  readonly requestMs?: number;
  readonly graceMs?: number;
  readonly log?: Log;
}

/** A service that listens. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Accepts nothing new, finishes what runs (until the grace time is over), ends every connection. */
  close(): Promise<void>;
}

/**
 * How long an idle connection is kept: longer than load balancers (a minute) and our own gateway keep theirs, so that it is
 * they who end it. Ended by us, a question that is just being sent over it would fail.
 */
const KEPT_MS = 75_000;

/** Headers that a request may have. Node would leave out those above a number of its own, and say nothing. */
const MOST_HEADERS = 100;

/**
 * Serves HTTP. A request whose headers or body come too slowly is cut off, so that a few slow senders cannot hold every
 * connection; that and whatever else cannot be read is refused in the form of every other refusal. Throws CONFIGURATION when the address is taken or not ours to listen on.
 */
export async function listen(handler: Handler, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, host = '127.0.0.1', headersMs = 10_000, requestMs = 20_000, graceMs = 10_000, log } = options;
  const server = createServer({
    headersTimeout: headersMs, requestTimeout: requestMs, keepAliveTimeout: KEPT_MS, connectionsCheckingInterval: Math.min(1_000, headersMs), requireHostHeader: false,
  }, (request, response) => void serve(handler, request, response, log));
  server.maxHeadersCount = 0;
  refuseUnreadable(server);
  const close = closeGently(server, graceMs);
  const address = await open(server, port, host);
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`, port: address.port, close };
}

async function serve(handler: Handler, request: IncomingMessage, response: ServerResponse, log?: Log): Promise<void> {
  try {
    if (request.rawHeaders.length > 2 * MOST_HEADERS) throw new HouseError('TOO_LARGE');
    if (request.headers.host === undefined && request.httpVersion === '1.1') throw new HouseError('BAD_REQUEST', 'A request says which host it is for.');
    await handler(request, response);
  } catch (error) {
    if (!(error instanceof HouseError) || ERRORS[error.code].status >= 500) log?.error({ err: error }, 'a request could not be served');
    answerError(response, error);
  }
}

function open(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => reject(new HouseError('CONFIGURATION', `Cannot listen on port ${port}: it is taken, or not ours to use.`, { cause }));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve(server.address() as AddressInfo);
    });
  });
}
