import { createServer, request as send, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a service was asked through a proxy. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The body as JSON; undefined when there was none or it was not JSON. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** The body as it came. */
  readonly text: string;
}

/** What goes back to whoever asked. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders | Record<string, string>;
  readonly body: string;
  /** Does it begin like this and never end? */
  readonly unfinished?: true;
}

/** What happens to one request: it can be passed on, changed, delayed, answered otherwise, or its connection cut. */
export type Fault = (asked: Recorded, passOn: (text?: string) => Promise<Reply>) => Promise<Reply | 'CUT'>;

/** Stands between the gateway and one service, writes down what is asked, and does harm when told to. */
export interface Proxy {
  readonly url: string;
  /** Everything that was asked since the start or the last `forget`, in order; /live, /ready and /jwks.json are left out. */
  readonly asked: readonly Recorded[];
  forget(): void;
  /** Does this to every request that `when` picks (all of them when nothing is said), until `mend`. The latest wins. */
  always(fault: Fault, when?: (asked: Recorded) => boolean): void;
  /** Does this to the next request that `when` picks, once. */
  once(fault: Fault, when?: (asked: Recorded) => boolean): void;
  mend(): void;
  close(): Promise<void>;
}

const UNASKED = new Set(['/live', '/ready', '/jwks.json']);

/** Opens a proxy before a service; its url ends in the same path. */
export async function openProxy(target: string): Promise<Proxy> {
  const asked: Recorded[] = [];
  const faults: { readonly fault: Fault; readonly when: (asked: Recorded) => boolean; readonly once: boolean }[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const recorded = await record(request);
    if (!UNASKED.has(recorded.path)) asked.push(recorded);
    const found = faults.findLastIndex(({ when }) => when(recorded));
    const [chosen] = found < 0 ? [] : faults[found]!.once ? faults.splice(found, 1) : [faults[found]!];
    const passOn = (text = recorded.text) => forward(target, recorded, text);
    const reply = await (chosen ? chosen.fault(recorded, passOn) : passOn());
    if (reply === 'CUT') request.socket.destroy();
    else {
      response.writeHead(reply.status, lengthless(reply.headers)).write(reply.body);
      if (!reply.unfinished) response.end();
    }
  };

  const server = createServer((request, response) => {
    // The service behind is down, or whoever asked went away: both see a broken connection.
    answer(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const url = Object.assign(new URL(target), { port: String((server.address() as AddressInfo).port) }).href;

  return {
    url: target.endsWith('/') ? url : url.replace(/\/$/, ''),
    asked,
    forget: () => { asked.length = 0; },
    always: (fault, when = () => true) => { faults.push({ fault, when, once: false }); },
    once: (fault, when = () => true) => { faults.push({ fault, when, once: true }); },
    mend: () => { faults.length = 0; },
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function record(request: IncomingMessage): Promise<Recorded> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: parse(text), text };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function forward(target: string, { method, path, headers }: Recorded, text: string): Promise<Reply> {
  const { hostname, port, host } = new URL(target);
  return new Promise((resolve, reject) => {
    const passed = send({ hostname, port, method, path, headers: { ...lengthless(headers), host, 'content-length': Buffer.byteLength(text) } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve({ status: response.statusCode ?? 502, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }));
      response.once('error', reject);
    });
    passed.once('error', reject);
    passed.end(text);
  });
}

/** Without what belongs to one connection. */
const lengthless = ({ 'content-length': _length, 'transfer-encoding': _encoding, connection: _connection, ...headers }: IncomingHttpHeaders | Record<string, string>) => headers;
