import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createRequestSigner, generateSigningKey, verifyRequest } from '@thegither/identity';
import { HouseError } from '@thegither/vocabulary';
import { Pool } from 'undici';
import { postSigned, type Post } from './postSigned.ts';
import { openService, type OpenService } from './testing/openService.ts';

const key = generateSigningKey();
const sign = createRequestSigner({ key, now: Date.now, nonce: randomUUID });
let service: OpenService | undefined;
afterEach(() => service?.close());

/** Posts once to a service that answers like this; a valid post, but for what is said. */
async function posting(answer: Parameters<typeof openService>[0], post: Partial<Post> = {}, options?: Pool.Options): Promise<unknown> {
  service = await openService(answer, options);
  return postSigned({ pool: service.pool, path: '/decide', body: '{"asked":true}', sign, timeoutMs: 5_000, repeatable: true, otherwise: 'SUBGRAPH_UNAVAILABLE', ...post });
}
const UNAVAILABLE = { code: 'SUBGRAPH_UNAVAILABLE', message: expect.stringMatching(/^A service did not answer/) };

test('a request arrives as it was signed, and its answer is read', async () => {
  expect(await posting((response) => response.end('{"answered":true}'))).toEqual({ answered: true });
  const { method, path, headers, body } = service!.sent[0]!;
  expect([method, path, body, headers['content-type']]).toEqual(['POST', '/decide', '{"asked":true}', 'application/json']);
  verifyRequest({ method: 'POST', path, headers, body }, key.publicJwk, Date.now());
});

test('no signature is like another', async () => {
  await posting((response) => response.end('{}'));
  await postSigned({ pool: service!.pool, path: '/decide', body: '{"asked":true}', sign, timeoutMs: 5_000, repeatable: true, otherwise: 'SUBGRAPH_UNAVAILABLE' });
  expect(new Set(service!.sent.map(({ headers }) => headers.signature)).size).toBe(2);
});

const breaksFirst = (times: number): Parameters<typeof openService>[0] => (response, count) => (count > times ? response.end('{"answered":true}') : response.destroy());

const half: Parameters<typeof openService>[0] = (response, count) => {
  if (count > 1) return response.end('{"answered":true}');
  response.writeHead(200, { 'content-length': 100 });
  return response.write('{"answered":', () => response.destroy());
};

describe('a connection that breaks', () => {
  test('is tried once more, under a signature of its own', async () => {
    expect(await posting(breaksFirst(1))).toEqual({ answered: true });
    expect(new Set(service!.sent.map(({ headers }) => headers.signature)).size).toBe(2);
  });

  test('is not tried a third time', async () => {
    await expect(posting(breaksFirst(2))).rejects.toMatchObject(UNAVAILABLE);
    expect(service!.sent).toHaveLength(2);
  });

  test('is not tried again by what changes something', async () => {
    await expect(posting(breaksFirst(1), { repeatable: false })).rejects.toMatchObject(UNAVAILABLE);
    expect(service!.sent).toHaveLength(1);
  });

  test('in the middle of the answer is one too', async () => {
    expect(await posting(half)).toEqual({ answered: true });
    expect(service!.sent).toHaveLength(2);
  });

  test('to where nobody listens is an outage', async () => {
    const gone = await openService((response) => response.end('{}'));
    await gone.close();
    const pool = new Pool(gone.url);
    await expect(postSigned({ pool, path: '/', body: '{}', sign, timeoutMs: 5_000, repeatable: true, otherwise: 'DECISIONS_UNAVAILABLE' })).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
    await pool.destroy();
  });
});

describe('anything but JSON in time is an outage, asked for once', () => {
  test.each<[string, Parameters<typeof openService>[0]]>([
    ['an error', (response) => response.writeHead(500).end('{}')],
    ['an answer with another status', (response) => response.writeHead(202).end('{"answered":true}')],
    ['an answer to somewhere else', (response) => response.writeHead(307, { location: '/elsewhere' }).end()],
    ['no content', (response) => response.writeHead(204).end()],
    ['an empty answer', (response) => response.end()],
    ['a page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Morag</title>')],
    ['half of an answer', (response) => response.end('{"answered":')],
    ['an answer that is too large', (response) => response.end(JSON.stringify({ answered: 'x'.repeat(2_000) }))],
  ])('%s', async (_, answer) => {
    await expect(posting(answer, {}, { maxResponseSize: 1_000 })).rejects.toMatchObject(UNAVAILABLE);
    expect(service!.sent).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof openService>[0]]>([
    ['no answer', () => undefined],
    ['an answer that does not end', (response) => response.writeHead(200).write('{"answered":')],
    ['a refusal that does not end', (response) => response.writeHead(403).write('{"error":')],
  ])('%s, when the time is over', async (_, answer) => {
    await expect(posting(answer, { timeoutMs: 60 })).rejects.toMatchObject(UNAVAILABLE);
    expect(service!.sent).toHaveLength(1);
  });
});

const refusing: Parameters<typeof openService>[0] = (response) => response.writeHead(403).end('who');

const refusalIn = (text: string) => (text === 'who' ? new HouseError('FORBIDDEN') : undefined);

describe('a refusal that is about the caller', () => {
  test('is told as what it is, where one can come', () => expect(posting(refusing, { refusalIn })).rejects.toMatchObject({ code: 'FORBIDDEN' }));
  test('is an outage where none can come', () => expect(posting(refusing)).rejects.toMatchObject(UNAVAILABLE));
  test('that is none is an outage', () => expect(posting((response) => response.writeHead(403).end('why'), { refusalIn })).rejects.toMatchObject(UNAVAILABLE));
});
