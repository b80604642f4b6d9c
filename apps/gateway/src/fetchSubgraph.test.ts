import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { SubgraphRequest } from '@thegither/execution';
import { createRequestSigner, generateSigningKey, verifyRequest } from '@thegither/identity';
import { NO_TRACING } from '@thegither/service';
import { reachSubgraphs } from './fetchSubgraph.ts';
import { openService, type OpenService } from './testing/openService.ts';

const key = generateSigningKey();
const sign = createRequestSigner({ key, now: Date.now, nonce: randomUUID });
let room: OpenService | undefined;
afterEach(() => room?.close());

/** Asks a room that answers like this. */
async function asking(answer: Parameters<typeof openService>[0], request: Partial<SubgraphRequest> = {}, path = '/') {
  const opened = (room = await openService(answer));
  const origins: string[] = [];
  const poolFor = (origin: string) => {
    origins.push(origin);
    return opened.pool;
  };
  const fetchSubgraph = reachSubgraphs({ poolFor, sign, timeoutMs: 5_000, tracing: { ...NO_TRACING, headers: () => ({ traceparent: 'the trace' }) } });
  const answered = fetchSubgraph({ subgraph: 'housing', url: `${opened.url}${path}`, use: 'joined', query: 'query Q($to: Int) { here(to: $to) }', variables: { to: 1 }, operationName: 'Q', people: [], ...request }, 'signed.decision.here');
  return { answered, origins, opened };
}

test('the question travels with its decision, signed as a whole, to the room\'s own address', async () => {
  const { answered, origins, opened } = await asking((response) => response.end('{"data":{"here":true}}'), {}, '/graphql');
  expect(await answered).toEqual({ data: { here: true } });
  expect(origins).toEqual([opened.url]);
  const { path, headers, body } = opened.sent[0]!;
  expect([path, JSON.parse(body)]).toEqual(['/graphql', { query: 'query Q($to: Int) { here(to: $to) }', variables: { to: 1 }, operationName: 'Q', extensions: { decision: 'signed.decision.here' } }]);
  verifyRequest({ method: 'POST', path, headers, body }, key.publicJwk, Date.now());
  expect(headers['traceparent']).toBe('the trace');
});

test('each room is asked at its own address, every time', async () => {
  const opened = (room = await openService((response) => response.end('{}')));
  const origins: string[] = [];
  const fetchSubgraph = reachSubgraphs({ poolFor: (origin) => (origins.push(origin), opened.pool), sign, timeoutMs: 5_000, tracing: NO_TRACING });
  const urls = ['http://housing.example/graphql', 'http://justice.example/graphql', 'http://housing.example/other', 'http://housing.example/graphql'];
  for (const url of urls) await fetchSubgraph({ subgraph: 'housing', url, use: 'joined', query: '{ here }', variables: {}, operationName: undefined, people: [] }, 'signed.decision.here');
  expect(opened.sent.map(({ path }, i) => `${origins[i]}${path}`)).toEqual(urls);
});

test('the people whom it is about are not sent along', async () => {
  const { answered, opened } = await asking((response) => response.end('{}'), { people: ['0'.repeat(32) as never] });
  await answered;
  expect(JSON.stringify(opened.sent)).not.toContain('0'.repeat(32));
});

test.each([['query', 2], ['joined', 2], ['mutation', 1]] as const)('when the connection breaks, a %s is sent %d times at most', async (use, times) => {
  const { answered, opened } = await asking((response) => response.destroy(), { use });
  await expect(answered).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  expect(opened.sent).toHaveLength(times);
});

test('what a partner\'s stock server says with status 400 is an answer, no outage', async () => {
  const refusal = { errors: [{ message: 'Variable "$to" got invalid value', extensions: { code: 'BAD_USER_INPUT' } }] };
  expect(await (await asking((response) => response.writeHead(400).end(JSON.stringify(refusal)))).answered).toEqual(refusal);
});

describe('what is no GraphQL answer is an outage of that room', () => {
  test.each([['null', 'null'], ['a list', '[]'], ['a text', '"data"'], ['a number', '7'], ['a truth', 'true'], ['a page', '<html>']])('%s', async (_, body) => {
    await expect((await asking((response) => response.writeHead(400).end(body))).answered).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    await room?.close();
    await expect((await asking((response) => response.end(body))).answered).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  test.each([
    ['GraphQL\'s way', '{"errors":[{"message":"no","extensions":{"code":"UNAUTHENTICATED"}}]}'], ['the decision service\'s way', '{"error":{"code":"FORBIDDEN","message":"no"}}'],
  ])('a room that says who may ask, in %s: it has no say in that', async (_, body) => {
    await expect((await asking((response) => response.writeHead(401).end(body))).answered).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });
});
