import { afterEach, expect, test } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { remoteKeys } from './remoteKeys.ts';
import { generateSigningKey, jwkSetOf } from './signingKey.ts';

const key = generateSigningKey();
let server: Server | undefined;
afterEach(() => { server?.closeAllConnections(); server?.close(); });
const serving = (listener: RequestListener): Promise<string> => new Promise((resolve) => {
  server = createServer(listener).listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server!.address() as AddressInfo).port}/jwks.json`));
});
const json = (body: unknown): RequestListener => (_, response) => response.end(JSON.stringify(body));

test('the published Ed25519 keys are read, others are passed over', async () => {
  const url = await serving(json({ keys: [...jwkSetOf(key).keys, { kty: 'RSA', n: 'x', e: 'AQAB' }, null] }));
  expect(await remoteKeys(url)()).toEqual({ keys: [{ ...key.publicJwk, kid: key.kid }] });
});

test.each<[string, RequestListener]>([
  ['an error', (_, response) => response.writeHead(500).end(JSON.stringify(jwkSetOf(key)))],
  ['a redirect, even to keys', (request, response) => (request.url === '/keys' ? json(jwkSetOf(key))(request, response) : response.writeHead(302, { location: '/keys' }).end())],
  ['HTML', (_, response) => response.end('<html>')],
  ['another shape', json({ keys: 'none' })],
  ['nothing', (request) => request.socket.destroy()],
  ['nothing in time', () => {}],
])('%s for an answer is an outage', async (_, listener) => {
  await expect(remoteKeys(await serving(listener), 200)()).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
});
