import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { sendAnswer } from './sendAnswer.ts';

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());
afterEach((done) => void (server ? server.close(() => done()) : done()));

/** Serves one body through sendAnswer with a clock that the test winds. */
async function serving(body: string, deadline: number | undefined, clock: () => number): Promise<{ port: number; sent: Promise<void> }> {
  let settle: (value: void | Promise<void>) => void;
  const sent = new Promise<void>((resolve) => { settle = resolve; });
  server = createServer((_request, response) => settle(sendAnswer(response, Buffer.from(body), deadline, clock)));
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, sent };
}

const large = 'x'.repeat(3 * 1024 * 1024);

test('an answer within its deadline arrives whole', async () => {
  const { port } = await serving(large, 60_000, () => 0);
  expect((await (await fetch(`http://127.0.0.1:${port}`)).text()).length).toBe(large.length);
});

test('an answer without a deadline arrives whole', async () => {
  const { port } = await serving('short', undefined, () => 1e12);
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('short');
});

test('not a byte is written once the deadline has passed', async () => {
  const { port } = await serving('secret', 100, () => 100);
  const received: Buffer[] = [];
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'));
    socket.on('data', (bytes) => received.push(bytes)).on('close', () => resolve()).on('error', () => undefined);
  });
  expect(Buffer.concat(received).toString()).toBe('');
});

test('the connection is destroyed when the deadline passes between two writes', async () => {
  let looks = 0;
  const { port } = await serving(large, 10_000, () => (looks++ < 3 ? 0 : 10_000));
  await expect(fetch(`http://127.0.0.1:${port}`).then((response) => response.text())).rejects.toThrow();
});

test('what a reader does not take before the deadline is dropped', async () => {
  const { port, sent } = await serving('y'.repeat(64 * 1024 * 1024), performance.now() + 150, () => performance.now());
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'));
  socket.on('error', () => undefined).pause();
  await sent;
  let rest = 0;
  await new Promise<void>((resolve) => { socket.on('data', (bytes) => { rest += bytes.length; }).on('close', () => resolve()).resume(); });
  expect(rest).toBeLessThan(64 * 1024 * 1024);
});
