import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { request as ask, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { HouseError } from '@thegither/vocabulary';
import { listen, type Listening } from './listen.ts';
import { readBody } from './readBody.ts';

const LIMIT = 100_000;
let listening: Listening;
let failed: (error: HouseError) => void = () => {};
beforeAll(async () => {
  listening = await listen(async (request, response) => {
    const body = await readBody(request, LIMIT).catch((error: HouseError) => {
      failed(error);
      throw error;
    });
    response.end(body);
  });
});
afterAll(() => listening.close());

const post = async (body: string): Promise<Response> => fetch(listening.url, { method: 'POST', body });

test.each([0, 1, 40_000, LIMIT])('a body of %i bytes is read whole', async (length) => {
  expect((await (await post('é'.repeat(length / 2))).text()).length).toBe(Math.floor(length / 2));
});

test('a body that says that it is too large is refused before it is read', async () => {
  const sending = ask(listening.url, { method: 'POST', headers: { 'content-length': LIMIT + 1 } });
  sending.flushHeaders();
  const [response] = await once(sending, 'response') as [IncomingMessage];
  expect([response.statusCode, response.headers.connection]).toEqual([413, 'close']);
  sending.destroy();
});

test('a body that grows too large without saying so is refused while it comes, and the rest is not read', async () => {
  const sending = ask(listening.url, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } });
  sending.on('error', () => {}); // the service may cut us off while we still send
  sending.write('x'.repeat(LIMIT));
  sending.write('y');
  const [response] = await once(sending, 'response') as [IncomingMessage];
  expect([response.statusCode, response.headers.connection]).toEqual([413, 'close']);
  sending.destroy();
});

test('a body that ends too early is a bad request, and the service lives', async () => {
  const failure = new Promise<HouseError>((resolve) => { failed = resolve; });
  const socket = connect(listening.port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nhalf', () => socket.destroy());
  expect((await failure).code).toBe('BAD_REQUEST');
  expect(await (await post('again')).text()).toBe('again');
});
