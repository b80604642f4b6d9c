import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createRequestSigner, generateSigningKey, verifyRequest } from '@thegither/identity';
import { NO_TRACING, listen, readBody, type Handler, type Listening } from '@thegither/service';
import type { DecideRequest, ReleaseRequest } from '@thegither/vocabulary';
import { Pool } from 'undici';
import { reachDecisionService } from './decisionService.ts';

const key = generateSigningKey();
const sign = createRequestSigner({ key, now: Date.now, nonce: randomUUID });
const request: DecideRequest = { request: '3c0bd1c8-19a2-4c05-9d9c-7a56d1b7a3a1', token: 'a.b.c', purpose: null, mutation: false, people: [], sign: [] };
const release: ReleaseRequest = { ...request, attempt: 1, operation: { hash: '', name: null }, kind: 'LOOK', people: [] };
const person = { id: '1.AAAAAAAAAAAAAAAAAAAAAA', known: true, addressable: true, granted: '00', own: '00', fingerprint: 'f' };
const decided = { at: 1, words: {}, people: [person], signed: ['a.b.c'] };

let open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.map((door) => door.close()));
  open = [];
});

async function reaching(handler: Handler) {
  const service: Listening = await listen(handler);
  const pool = new Pool(service.url);
  open.push({ close: () => pool.destroy() }, service);
  return reachDecisionService({ pool, sign, timeoutMs: 5_000, tracing: NO_TRACING });
}
const saying = (body: unknown, status = 200): Handler => (_, response) => response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
const asChanged = ([what, body]: [string, unknown]): [string, unknown] => [what, typeof body === 'object' && body !== null && !Array.isArray(body) ? { status: 'CHANGED', ...body } : body];
const DECIDED_BADLY: [string, unknown][] = [
  ['nothing', null], ['a list', []], ['a text', '"RELEASED"'], ['no JSON', '<html>'],
  ['no people', { ...decided, people: undefined }], ['no signatures', { ...decided, signed: undefined }], ['no words', { ...decided, words: null }],
  ['somebody who is nothing', { ...decided, people: [null] }], ['somebody known by a text', { ...decided, people: [{ ...person, known: 'false' }] }],
  ['somebody addressable by a number', { ...decided, people: [{ ...person, addressable: 1 }] }], ['somebody without a fingerprint', { ...decided, people: [{ ...person, fingerprint: undefined }] }],
  ['a signature that is no text', { ...decided, signed: [7] }],
];

test('each question is posted to its own address, signed by this gateway, and its answer given on', async () => {
  const seen: unknown[] = [];
  const released = { status: 'RELEASED', at: 1 };
  const service = await reaching(async (asked, response) => {
    const body = await readBody(asked, 10_000);
    verifyRequest({ method: 'POST', path: asked.url!, headers: asked.headers, body }, key.publicJwk, Date.now());
    seen.push([asked.url, JSON.parse(body.toString())]);
    response.end(JSON.stringify(asked.url === '/decide' ? decided : released));
  });
  expect([await service.decide(request), await service.release(release)]).toEqual([decided, released]);
  expect(seen).toEqual([['/decide', request], ['/release', release]]);
});

describe('what has not the form of an answer is an outage', () => {
  test.each(DECIDED_BADLY)('to decide: %s', async (_, body) => {
    await expect((await reaching(saying(body))).decide(request)).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
  });
  test.each<[string, unknown]>([...DECIDED_BADLY.map(asChanged), ['another status', { status: 'PERHAPS', at: 1 }], ['no status', decided]])('to release: %s', async (_, body) => {
    await expect((await reaching(saying(body))).release(release)).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
  });
});

test.each([
  ['UNAUTHENTICATED', 401, 'UNAUTHENTICATED'], ['FORBIDDEN', 403, 'FORBIDDEN'],
  ['DECISION_REFUSED', 403, 'DECISIONS_UNAVAILABLE'], ['BAD_REQUEST', 400, 'DECISIONS_UNAVAILABLE'], ['KEY_REUSED', 400, 'DECISIONS_UNAVAILABLE'],
  ['TOO_LARGE', 413, 'DECISIONS_UNAVAILABLE'], ['DECISIONS_UNAVAILABLE', 503, 'DECISIONS_UNAVAILABLE'], ['toString', 500, 'DECISIONS_UNAVAILABLE'],
])('a refusal %s (%d) is told the caller as %s', async (code, status, told) => {
  await expect((await reaching(saying({ error: { code, message: 'words' } }, status))).decide(request)).rejects.toMatchObject({ code: told, message: expect.not.stringContaining('words') });
});

test('a refusal is not read in an answer that says all is well', async () => {
  await expect((await reaching(saying({ error: { code: 'UNAUTHENTICATED' } }))).decide(request)).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
});
