import { afterEach, describe, expect, test } from '@jest/globals';
import { listen, type Listening, type LogFields } from '@thegither/service';
import { ERRORS, HouseError } from '@thegither/vocabulary';
import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { createChanges } from './changes/changes.ts';
import { openDoor } from './door.ts';
import { LIMITS } from './limits/limits.ts';
import type { Graphql, GraphqlRequest } from './serveGraphql.ts';
import { corridorWith } from './testing/corridorWith.ts';

let listening: Listening | undefined;
afterEach(() => listening?.close());

const SECRET = '{"data":{"person":{"name":"Morag"}}}';
const answered = (text = SECRET, status?: number): HTTPGraphQLResponse => ({ status, headers: new HeaderMap(), body: { kind: 'complete', string: text } });

interface Behind {
  readonly response?: HTTPGraphQLResponse;
  readonly deadline?: number;
  /** What the clock says when it is read first, second, and so on; the last for ever. */
  readonly clock?: readonly number[];
  readonly execute?: Graphql['execute'];
  readonly checks?: Readonly<Record<string, () => unknown>>;
}

interface Sending {
  readonly method?: string;
  readonly body?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens the door before a GraphQL that answers like this. */
async function opening({ response = answered(), deadline, clock = [0], execute, checks = {} }: Behind = {}) {
  const asked: GraphqlRequest[] = [];
  const logged: LogFields[] = [];
  const write = (fields: LogFields) => void logged.push(fields);
  let reads = 0;
  const graphql: Graphql = {
    async execute(request) {
      asked.push(request);
      return execute ? execute(request) : { response, deadline, outcome: {} };
    },
    async serve() {},
    async stop() {},
  };
  const corridor = corridorWith({ now: () => clock[Math.min(reads++, clock.length - 1)]!, log: { debug: write, info: write, warn: write, error: write } });
  const { url } = (listening = await listen(openDoor({ graphql, corridor, changes: createChanges(corridor.decisionService, () => 0), checks, limits: LIMITS })));
  const send = ({ headers, ...init }: Sending = {}, path = '/graphql') =>
    fetch(url + path, { method: 'POST', body: '{"query":"{ me { id } }"}', ...init, headers: { 'content-type': 'application/json', ...headers } });
  return { asked, logged, send };
}

describe('a question', () => {
  test('goes through as it came, with the token, a purpose of the list and an id of its own', async () => {
    const { asked, send } = await opening();
    for (let times = 0; times < 2; times++) await send({ headers: { authorization: 'Bearer a.b.c', purpose: 'REFERRAL' } });
    expect(asked[0]).toEqual({ request: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/), body: { query: '{ me { id } }' }, authorization: 'Bearer a.b.c', purpose: 'REFERRAL' });
    expect(asked[1]!.request).not.toBe(asked[0]!.request);
  });

  test.each([['since', true], ['Since', undefined], ['mark', undefined], ['', undefined]])('asks along what changes since by the one word for it: %j', async (changes, since) => {
    const { asked, send } = await opening();
    await send({ headers: { changes } });
    expect(asked[0]!.since).toBe(since);
  });

  test.each(['', 'referral', 'CURIOSITY', 'REFERRAL, REFERRAL', 'REFERRAL '.repeat(50)])('with the purpose "%s" has none', async (purpose) => {
    const { asked, send } = await opening();
    await send({ headers: { purpose } });
    expect(asked).toMatchObject([{ purpose: undefined }]);
  });

  test.each([[undefined, 200], [200, 200], [401, 401]])('is answered letter for letter, with the status that GraphQL gives it: %s', async (status, told) => {
    const { send } = await opening({ response: answered(SECRET, status) });
    const response = await send();
    expect([response.status, await response.text()]).toEqual([told, SECRET]);
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'content-length': String(SECRET.length) });
  });
});

describe('the deadline of an answer', () => {
  test('that has not come lets it go', async () => {
    const { send } = await opening({ deadline: 100, clock: [99] });
    expect(await (await send()).text()).toBe(SECRET);
  });

  test('that has come keeps it: a coded error, and nothing of the answer', async () => {
    const { send } = await opening({ deadline: 100, clock: [100] });
    const response = await send();
    expect([response.status, await response.json()]).toEqual([503, { errors: [{ message: ERRORS.DEADLINE_PASSED.meaning, extensions: { code: 'DEADLINE_PASSED' } }] }]);
  });

  test('that comes while it is written cuts the connection', async () => {
    const { send } = await opening({ deadline: 100, clock: [99, 99, 100] });
    await expect(send().then((response) => response.text())).rejects.toThrow();
  });
});

describe('what never reaches GraphQL', () => {
  test.each<[string, Sending, string, keyof typeof ERRORS]>([
    ['another method', { method: 'PUT' }, '/graphql', 'METHOD_NOT_ALLOWED'],
    ['another address', {}, '/graphql/v2', 'BAD_REQUEST'],
    ['no address', {}, '//', 'BAD_REQUEST'],
    ['another type', { headers: { 'content-type': 'text/plain' } }, '/graphql', 'BAD_REQUEST'],
    ['a type that begins alike', { headers: { 'content-type': 'application/json-patch+json' } }, '/graphql', 'BAD_REQUEST'],
    ['no JSON', { body: '{"query":' }, '/graphql', 'BAD_REQUEST'],
    ['a list', { body: '[{"query":"{ me { id } }"}]' }, '/graphql', 'BAD_REQUEST'],
    ['null', { body: 'null' }, '/graphql', 'BAD_REQUEST'],
    ['too much', { body: `{"query":"${' '.repeat(1024 * 1024)}"}` }, '/graphql', 'TOO_LARGE'],
  ])('%s', async (_, init, path, code) => {
    const { asked, logged, send } = await opening();
    const response = await send(init, path);
    expect([response.status, await response.json()]).toEqual([ERRORS[code].status, { errors: [{ message: expect.any(String), extensions: { code } }] }]);
    expect([response.headers.get('cache-control'), response.headers.get('allow')]).toEqual(['no-store', code === 'METHOD_NOT_ALLOWED' ? 'POST' : null]);
    expect([asked, logged]).toEqual([[], []]);
  });

  test('a visitor, who is told where to ask', async () => {
    const { asked, send } = await opening();
    expect(await (await send({ method: 'GET', body: null }, '/')).json()).toEqual({ thegither: expect.stringContaining('/graphql') });
    expect(asked).toEqual([]);
  });

  test.each([['is there', () => true, 200, { ready: true, failing: [] }], ['is away', () => Promise.reject(new Error('Morag')), 503, { ready: false, failing: ['decisions'] }]])('whoever asks for its health, when the decision service %s', async (_, decisions, status, told) => {
    const { asked, send } = await opening({ checks: { decisions } });
    const ready = await send({ method: 'GET', body: null }, '/ready');
    expect([ready.status, await ready.json()]).toEqual([status, told]);
    expect((await send({ method: 'GET', body: null }, '/live')).status).toBe(200);
    expect(asked).toEqual([]);
  });
});

describe('a fault of ours', () => {
  const told = [500, { errors: [{ message: ERRORS.INTERNAL.meaning, extensions: { code: 'INTERNAL' } }] }];

  test('is told by its code alone, and goes to the log', async () => {
    const fault = new TypeError('Morag is not a function');
    const { logged, send } = await opening({ execute: () => Promise.reject(fault) });
    const response = await send();
    expect([response.status, await response.json()]).toEqual(told);
    expect(logged).toEqual([{ err: fault }]);
  });

  test('that has a code of ours keeps it', async () => {
    const { send } = await opening({ execute: () => Promise.reject(new HouseError('DECISIONS_UNAVAILABLE')) });
    const response = await send();
    expect([response.status, await response.json()]).toMatchObject([503, { errors: [{ extensions: { code: 'DECISIONS_UNAVAILABLE' } }] }]);
  });

  test('is an answer in pieces, which nobody asked for', async () => {
    const asyncIterator = (async function* () { yield SECRET; })();
    const { send } = await opening({ response: { headers: new HeaderMap(), body: { kind: 'chunked', asyncIterator } } });
    const response = await send();
    expect([response.status, await response.json()]).toEqual(told);
  });
});
