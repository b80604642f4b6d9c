import { afterEach, describe, expect, test } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { HouseError } from '@thegither/vocabulary';
import { createLog } from './createLog.ts';
import { listen, type Handler, type ListenOptions, type Listening } from './listen.ts';

const open: Listening[] = [];
const start = async (handler: Handler, options?: ListenOptions): Promise<Listening> => {
  const listening = await listen(handler, options);
  open.push(listening);
  return listening;
};
afterEach(async () => { await Promise.all(open.splice(0).map((listening) => listening.close())); });

const hello: Handler = (_, response: ServerResponse) => response.end('hello');
const raw = async ({ port }: Listening): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
};
/** A handler that waits, with the means to see that it was reached and to let it go on. */
function held(): { handler: Handler; reached: Promise<unknown>; release: () => void } {
  const events = new EventEmitter();
  const released = once(events, 'released');
  return {
    reached: once(events, 'reached'),
    release: () => events.emit('released'),
    handler: async (_, response) => {
      events.emit('reached');
      await released;
      response.end('finished');
    },
  };
}

describe('a service that listens', () => {
  test('answers at the address that it gives, on this machine alone', async () => {
    const { url, port } = await start(hello);
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(await (await fetch(url)).text()).toBe('hello');
  });

  test('says by code that its port is taken', async () => {
    const { port } = await start(hello);
    await expect(listen(hello, { port })).rejects.toMatchObject({ code: 'CONFIGURATION', message: expect.stringContaining(String(port)) });
  });

  test.each([
    ['its code\'s status', new HouseError('TOO_LARGE'), 413, 'TOO_LARGE'],
    ['500 and nothing of a foreign error', new Error('canary'), 500, 'INTERNAL'],
    ['500 and nothing of our own fault', new HouseError('CONFIGURATION', 'canary'), 500, 'CONFIGURATION'],
  ])('answers what a handler throws with %s, and logs a fault of ours', async (_, error, status, code) => {
    let logged = '';
    const log = createLog({ service: 'housing', destination: { write: (line) => { logged += line; } } });
    const { url } = await start(() => { throw error; }, { log });
    const response = await fetch(url);
    const body = await response.text();
    expect(response.status).toBe(status);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(body).not.toContain('canary');
    expect(logged.includes('a request could not be served')).toBe(status >= 500);
  });

  test('cuts the connection when an answer breaks off in the middle, so that half is not taken for the whole', async () => {
    const { url } = await start((_, response) => {
      response.write('half');
      throw new Error('broke');
    });
    await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
  });

  test.each([
    ['headers', 'POST / HTTP/1.1\r\nHost: x\r\n', { headersMs: 40, requestMs: 10_000 }],
    ['a body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab', { headersMs: 40, requestMs: 60 }],
  ])('cuts off whoever sends %s too slowly', async (_, sent, options) => {
    const socket = await raw(await start(async (request, response) => response.end(await text(request)), options));
    socket.write(sent);
    expect(await refusalIn(socket)).toEqual([400, 'BAD_REQUEST', 'The request did not arrive in time.']);
  });
});

/** The status, code and words of what a connection is answered, when it is answered once and in our form. */
async function refusalIn(socket: Socket): Promise<[number, string, string]> {
  const [head, body, ...rest] = (await text(socket)).split('\r\n\r\n');
  expect(rest).toEqual([]);
  expect(head!.toLowerCase()).toContain('content-type: application/json; charset=utf-8');
  expect(head!.toLowerCase()).toContain('cache-control: no-store');
  const { errors: [error] } = JSON.parse(body!) as { errors: [{ message: string; extensions: { code: string } }] };
  return [Number(/^HTTP\/1\.1 (\d+) /.exec(head!)![1]), error.extensions.code, error.message];
}

describe('what no handler sees is refused in the form of every other refusal', () => {
  const GET = 'GET / HTTP/1.1\r\nHost: x\r\n';
  const UNREADABLE = 'This is no HTTP that can be read.';
  const TOO_LARGE = 'The request is larger than the limit.';
  test.each<[string, string, [number, string, string]]>([
    ['what is no HTTP', 'Kanarienvogel\r\n\r\n', [400, 'BAD_REQUEST', UNREADABLE]],
    ['the beginning of TLS', '\u0016\u0003\u0001\u0002\u0000\r\n\r\n', [400, 'BAD_REQUEST', UNREADABLE]],
    ['a length and chunks at once', `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, [400, 'BAD_REQUEST', UNREADABLE]],
    ['a header with a line feed in it', `${GET}a: b\nc: d\r\n\r\n`, [400, 'BAD_REQUEST', UNREADABLE]],
    ['a header that is too large', `${GET}a: ${'x'.repeat(20_000)}\r\n\r\n`, [413, 'TOO_LARGE', TOO_LARGE]],
    ['headers that are too many', `${GET}${'a: b\r\n'.repeat(101)}connection: close\r\n\r\n`, [413, 'TOO_LARGE', TOO_LARGE]],
    ['headers that are more than Node counts', `${GET}${'a:\r\n'.repeat(3_000)}connection: close\r\n\r\n`, [413, 'TOO_LARGE', TOO_LARGE]],
    ['a request for nowhere', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n', [400, 'BAD_REQUEST', 'A request says which host it is for.']],
    ['a way through to somewhere else', 'CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n', [405, 'METHOD_NOT_ALLOWED', 'Questions are sent by POST.']],
    ['an expectation', `${GET}expect: a-miracle\r\nconnection: close\r\n\r\n`, [400, 'BAD_REQUEST', 'It expects what is not done here.']],
  ])('%s', async (_, sent, refusal) => {
    let reached = 0;
    const listening = await start((__, response) => { reached++; response.end(); });
    const socket = await raw(listening);
    socket.write(sent);
    expect(await refusalIn(socket)).toEqual(refusal);
    expect([reached, await (await fetch(listening.url)).text()]).toEqual([0, '']);
  });

  test('but not behind an answer that had begun: that is cut off', async () => {
    const { handler, reached, release } = held();
    const socket = await raw(await start((request, response) => {
      response.write('begun');
      return handler(request, response);
    }));
    socket.write(`${GET}\r\n`);
    await reached;
    socket.write('Kanarienvogel\r\n\r\n');
    const answered = await text(socket).catch(() => 'cut');
    expect(answered).not.toContain('BAD_REQUEST');
    release();
  });
});

describe('closing', () => {
  test('finishes what runs, and takes nothing new', async () => {
    const { handler, reached, release } = held();
    const listening = await start(handler);
    const answer = fetch(listening.url);
    await reached;
    const closed = listening.close();
    await expect(raw(listening)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    release();
    expect(await (await answer).text()).toBe('finished');
    await closed;
  });

  test('ends a kept connection that is idle, and one that was never used', async () => {
    const agent = new Agent({ keepAlive: true });
    const listening = await start(hello, { graceMs: 60_000 });
    const [response] = await once(ask(listening.url, { agent }).end(), 'response') as [IncomingMessage];
    await text(response);
    const unused = await raw(listening);
    unused.resume();
    await Promise.all([listening.close(), once(unused, 'close')]);
    agent.destroy();
  });

  test('tells a kept connection that is busy to send nothing more, and ends it when it is answered', async () => {
    const { handler, reached, release } = held();
    const listening = await start(handler, { graceMs: 60_000 });
    const agent = new Agent({ keepAlive: true });
    const responded = once(ask(listening.url, { agent }).end(), 'response') as Promise<[IncomingMessage]>;
    await reached;
    const closed = listening.close();
    release();
    const [response] = await responded;
    expect(response.headers.connection).toBe('close');
    expect(await text(response)).toBe('finished');
    await closed;
  });

  test('ends a kept connection whose answer had begun, when it is finished', async () => {
    const { handler, reached, release } = held();
    const listening = await start((request, response) => {
      response.write('begun and ');
      return handler(request, response);
    }, { graceMs: 60_000 });
    const agent = new Agent({ keepAlive: true });
    const responded = once(ask(listening.url, { agent }).end(), 'response') as Promise<[IncomingMessage]>;
    await reached;
    const [response] = await responded;
    const closed = listening.close();
    release();
    expect(await text(response)).toBe('begun and finished');
    await closed;
  });

  test('does not wait for ever: after the grace time what still runs is cut off', async () => {
    const { handler, reached } = held();
    const listening = await start(handler, { graceMs: 20 });
    const answer = fetch(listening.url).catch(() => 'cut');
    await reached;
    await listening.close();
    expect(await answer).toBe('cut');
  });

  test('twice is closing once', async () => {
    const listening = await start(hello);
    await Promise.all([listening.close(), listening.close()]);
    await listening.close();
  });
});
