import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateSigningKey } from '@thegither/identity';
import { HouseError, SHARING_DIRECTIVES } from '@thegither/vocabulary';
import { openOver } from './testing/askRoom.ts';
import { nothingKept } from './restrictions.ts';
import { createRoom, type RoomDeps } from './room.ts';
import { anyCaller } from './rootRules.ts';

const TYPE_DEFS = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  ${SHARING_DIRECTIVES}
  type Query { count(to: Int): Int broken: String known: String }
  type Mutation { count: Int! }
  type Person @key(fields: "id") { id: ID! }
`;
let counted = 0;
let databaseAnswers = true;

const createCounter = (deps: RoomDeps) => createRoom(deps, {
  name: 'referrals',
  typeDefs: TYPE_DEFS,
  openStore: () => ({ ready: async () => { if (!databaseAnswers) throw new Error('gone'); }, close: async () => {}, restricted: nothingKept }),
  resolvers: () => ({
    Query: {
      count: () => counted,
      broken: () => { throw new Error('relation "people" has no row for 07700 900104'); },
      known: () => { throw new HouseError('INVALID_INPUT', 'Too many.'); },
    },
    Mutation: { count: () => ++counted },
  }),
  rules: { Query: { count: anyCaller, broken: anyCaller, known: anyCaller }, Mutation: { count: anyCaller } },
});

let room: Awaited<ReturnType<typeof openOver>>;
beforeAll(async () => { room = await openOver('', 'referrals', createCounter); }, 60_000);
afterAll(() => room?.close());

const statusOf = async (path: string) => (await fetch(room.url + path)).status;
const refused = (code: string) => ({ errors: [{ message: expect.any(String), extensions: { code } }] });
const query = (text: string, more: object = {}) => room.ask({ query: text, use: 'query', ...more });

describe('the door', () => {
  test('a question with its decision is answered', async () => {
    expect(await query('{ count }')).toEqual({ status: 200, data: { count: expect.any(Number) } });
  });

  test('a mutation is done once for one decision, also in a request that is signed anew', async () => {
    const before = counted;
    const asked = { query: 'mutation { count }', use: 'mutation' as const, claims: { jti: 'once' } };
    expect(await room.ask(asked)).toEqual({ status: 200, data: { count: before + 1 } });
    expect(await room.ask(asked)).toEqual({ status: 403, ...refused('DECISION_REFUSED') });
    expect(counted).toBe(before + 1);
  });

  test('a decision for a query may be asked with twice, in two requests', async () => {
    const asked = { claims: { jti: 'twice' } };
    expect([await query('{ count }', asked), await query('{ count }', asked)]).toMatchObject([{ status: 200 }, { status: 200 }]);
  });

  test('the same request is answered once', async () => {
    const signed = room.sign({ query: '{ count }', use: 'query' });
    expect([await room.post(signed), await room.post(signed)]).toEqual([expect.objectContaining({ status: 200 }), { status: 403, ...refused('DECISION_REFUSED') }]);
  });

  test.each([
    ['a mutation under a decision for a query', 'mutation { count }', {}],
    ['a query under a decision for a mutation', '{ count }', { use: 'mutation' }],
    ['root fields under a decision for joining', '{ count }', { use: 'joined' }],
    ['a decision of somebody else', '{ count }', { decisionKey: generateSigningKey() }],
    ['a request of another gateway', 'mutation { count }', { use: 'mutation', requestKey: generateSigningKey() }],
    ['another body than was signed', 'mutation { count }', { use: 'mutation', tamper: (body: string) => `${body} ` }],
  ])('%s: 403', async (_title, text, changed) => {
    const before = counted;
    expect(await query(text, changed)).toEqual({ status: 403, ...refused('DECISION_REFUSED') });
    expect(counted).toBe(before);
  });

  test.each([
    ['GET', '/', undefined, 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/?query={count}', undefined, 405, 'METHOD_NOT_ALLOWED'],
    ['PUT', '/graphql', '{}', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/elsewhere', '{}', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/', '', 403, 'DECISION_REFUSED'],
    ['POST', '/', 'not JSON', 403, 'DECISION_REFUSED'],
    ['POST', '/', 'null', 403, 'DECISION_REFUSED'],
    ['POST', '/graphql', '[{"query":"{ count }"}]', 403, 'DECISION_REFUSED'],
    ['POST', '/', '{"query":"{ count }"}', 403, 'DECISION_REFUSED'],
    ['POST', '/', '{"query":"{ count }","extensions":{"decision":"a.b.c"}}', 403, 'DECISION_REFUSED'],
  ])('%s %s with %p: %i', async (method, path, body, status, code) => {
    const response = await fetch(room.url + path, { method, ...(body !== undefined && { body }) });
    expect([response.status, await response.json()]).toEqual([status, refused(code)]);
  });

  test('more than a megabyte is not read', async () => {
    const response = await fetch(room.url, { method: 'POST', body: 'x'.repeat(1_048_577) });
    expect([response.status, await response.json()]).toEqual([413, refused('TOO_LARGE')]);
  });

  test('it says whether it lives and is ready', async () => {
    expect([await statusOf('/live'), await statusOf('/ready')]).toEqual([200, 200]);
    databaseAnswers = false;
    expect([await statusOf('/live'), await statusOf('/ready')]).toEqual([200, 503]);
    databaseAnswers = true;
  });
});

describe('errors', () => {
  test('what broke says nothing of what broke', async () => {
    expect(await query('{ broken }')).toEqual({
      status: 200, data: { broken: null }, errors: [{ message: 'Something broke on our side', path: ['broken'], extensions: { code: 'INTERNAL' } }],
    });
  });

  test('one of ours keeps its code and words', async () => {
    expect(await query('{ known }')).toMatchObject({ errors: [{ message: 'Too many.', extensions: { code: 'INVALID_INPUT' } }] });
  });

  test.each([
    ['{ counts }', {}, 'BAD_OPERATION', 400],
    ['{ count(', {}, 'BAD_OPERATION', 400],
    ['{ __schema { types { name } } }', {}, 'BAD_OPERATION', 400],
    // An answer to the gateway, and no outage of the room.
    ['query ($to: Int) { count(to: $to) }', { variables: { to: '07700 900104' } }, 'BAD_VARIABLES', 200],
    [`{ ${'count '.repeat(20_001)} }`, {}, 'BAD_OPERATION', 400],
  ])('%.40s: in fixed words, without values or suggestions', async (text, more, code, expected) => {
    const { status, errors } = await query(text, more);
    expect([status, errors?.map(({ extensions }) => extensions)]).toEqual([expected, [{ code }]]);
    expect(JSON.stringify(errors)).not.toMatch(/count|07700|mean/);
  });
});
