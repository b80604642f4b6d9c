import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DOMAINS, ERRORS, type ErrorCode } from '@thegither/vocabulary';
import { getIntrospectionQuery } from 'graphql';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { readWholePerson, type WholePerson } from '../harness/wholePerson.ts';
import { head, sendRaw } from './raw.ts';

jest.setTimeout(60_000);

/** Put into everything that is sent; it may not come back. */
const CANARY = 'Kanarienvogel7f3a';
const MB = 1024 * 1024;
const STOP = 'mutation ($input: StopAllInput!) { stopAll(input: $input) { eventId } }';

let house: TestHouse, morag: string, token: string, whole: WholePerson;
const logged: string[] = [];
beforeAll(async () => {
  house = await startHouse({ through: 'all', patience: { ...PATIENT, limits: { headersMs: 1_000, requestMs: 1_500 } }, logTo: (line) => logged.push(line) });
  morag = house.personIdFor('isla', 'morag');
  token = await house.tokenFor('isla');
  whole = await readWholePerson(house);
});
afterAll(() => house.stop());

const look = () => house.ask<{ person: { name: { knownAs: string } } }>('isla', 'query ($id: PersonId!) { person(id: $id) { name { knownAs } } }', { id: morag });
const forget = () => { for (const name of [...DOMAINS, 'decisions']) house.proxy(name).forget(); };
const asked = (): string[] => [...DOMAINS, 'decisions'].filter((name) => house.proxy(name).asked.length > 0);
const many = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join(' ');

/** Posts a body with Isla's token. */
const post = async (body: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(house.gatewayUrl, { method: 'POST', body, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers } });
  return { status: response.status, headers: JSON.stringify([...response.headers]), body: await response.text() };
};

/** One coded error in our form, and nothing of what was sent. */
function expectRefusal({ status, headers, body }: { status: number; headers: string; body: string }, code: ErrorCode): void {
  expect({ status, ...JSON.parse(body || '{}') as object }).toEqual({ status: ERRORS[code].status, errors: [{ message: expect.any(String), extensions: { code } }] });
  expect(headers).toContain('no-store');
  expect(body + logged.join('')).not.toContain(CANARY);
}

const query = (text: string, more: object = {}) => JSON.stringify({ query: text, variables: { id: morag }, ...more });
const aliases = (count: number) => `query ($id: PersonId!) { ${many(count, (at) => `${CANARY}${at}: person(id: $id) { name { knownAs } }`)} }`;
const deep = (count: number) => `{ ${`${CANARY} { `.repeat(count)}id${' }'.repeat(count)} }`;
const withLength = (length: number) => head('POST', `authorization: Bearer ${token}\r\ncontent-length: ${length}\r\n\r\n`);

const FLOODS: readonly (readonly [string, ErrorCode, () => Promise<{ status: number; headers: string; body: string }>])[] = [
  ['a query of ten megabytes', 'TOO_LARGE', () => sendRaw(house.gatewayUrl, withLength(10 * MB), ...Array.from({ length: 160 }, () => CANARY.repeat(3_855)))],
  ['a query of ten megabytes in chunks, that says nothing of its length', 'TOO_LARGE', () => sendRaw(house.gatewayUrl, head('POST', 'transfer-encoding: chunked\r\n\r\n'), ...Array.from({ length: 160 }, () => `10000\r\n${'x'.repeat(0x10000)}\r\n`))],
  ['a query of one megabyte', 'BAD_REQUEST', () => post(query(`{ me { ${'id '.repeat(340_000)} } } # ${CANARY}`))],
  ['fields five hundred deep', 'BAD_REQUEST', () => post(query(deep(500)))],
  ['fields five hundred deep, behind fragments', 'BAD_REQUEST', () => post(query(`{ ...F0 } ${many(500, (at) => `fragment F${at} on Query { ...F${at + 1} }`)} fragment F500 on Query { ${CANARY} }`))],
  ['ten thousand aliases', 'BAD_REQUEST', () => post(query(aliases(10_000)))],
  ['five thousand aliases', 'BAD_REQUEST', () => post(query(aliases(5_000)))],
  ['a hundred and ten aliases', 'BAD_REQUEST', () => post(query(`query ($id: PersonId!) { person(id: $id) { ${many(110, (at) => `${CANARY}${at}: id`)} } }`))],
  ['ten people at the root', 'BAD_REQUEST', () => post(query(aliases(10)))],
  ['a hundred changes', 'BAD_REQUEST', () => post(query(`mutation ($input: StopAllInput!) { ${many(100, (at) => `${CANARY}${at}: stopAll(input: $input) { eventId }`)} }`))],
  ['ten thousand aliases of what everybody may ask', 'BAD_REQUEST', () => post(query(`{ ${many(10_000, (at) => `a${at}: __typename`)} }`), { authorization: '' })],
  ['the whole schema again and again, without a token', 'BAD_REQUEST', () => post(query(`{ ${many(50, (at) => `a${at}: __schema { types { fields { args { name } type { fields { name args { name } } } } } }`)} }`), { authorization: '' })],
  ['a thousand questions at once', 'BAD_REQUEST', () => post(JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: `{ me { id } } # ${CANARY}` }))))],
  ['ten thousand people', 'BAD_REQUEST', () => post(query('query ($ids: [PersonId!]!) { people(ids: $ids) { id } }', { variables: { ids: Array.from({ length: 10_000 }, () => CANARY) } }))],
  ['a page of millions', 'BAD_REQUEST', () => post(query(`{ caseload(first: 9000000) { edges { person { id } } } } # ${CANARY}`))],
  ['another content type', 'BAD_REQUEST', () => post(query(STOP), { 'content-type': 'text/plain' })],
  ['a mutation by GET', 'METHOD_NOT_ALLOWED', () => sendRaw(house.gatewayUrl, `GET /graphql?query=${encodeURIComponent(STOP)} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\nconnection: close\r\n\r\n`)],
  ['thousands of headers', 'TOO_LARGE', () => sendRaw(house.gatewayUrl, head('POST', `${'a: b\r\n'.repeat(2_000)}connection: close\r\ncontent-length: 2\r\n\r\n{}`))],
  ['a header of a megabyte', 'TOO_LARGE', () => sendRaw(house.gatewayUrl, head('POST', `a: ${CANARY.repeat(60_000)}\r\n\r\n`))],
  ['headers that do not end', 'BAD_REQUEST', () => sendRaw(house.gatewayUrl, head('POST', `a: ${CANARY}`))],
  ['a body that does not end', 'BAD_REQUEST', () => sendRaw(house.gatewayUrl, withLength(1_000), `{"query":"${CANARY}`)],
];

describe('whatever is thrown at the door is refused by code, and the house lives', () => {
  test.each(FLOODS)('%s: %s', async (_, code, flood) => {
    forget();
    expectRefusal(await flood(), code);
    expect(asked()).toEqual([]);
    expect((await look()).body.data!.person.name.knownAs).toBe('Morag');
  });

  test('all of it at once, ten times over, while somebody asks: memory stays bounded', async () => {
    const before = process.memoryUsage().rss;
    const asking = Promise.all(Array.from({ length: 10 }, async () => (await look()).body.data?.person.name.knownAs));
    const floods = await Promise.all(Array.from({ length: 10 }, () => FLOODS).flat().map(async ([, code, flood]) => ({ code, answered: await flood() })));
    // What is too large may still be on its way when the time for a request is over: then it is refused for that.
    const isLate = ({ code, answered }: (typeof floods)[number]): boolean => code === 'TOO_LARGE' && answered.status === ERRORS.BAD_REQUEST.status;
    for (const one of floods) expectRefusal(one.answered, isLate(one) ? 'BAD_REQUEST' : one.code);
    expect(await asking).toEqual(Array.from({ length: 10 }, () => 'Morag'));
    expect((process.memoryUsage().rss - before) / MB).toBeLessThan(400);
  });
});

describe('a question over a limit is refused before it is looked at more closely', () => {
  test.each([
    ['that is invalid too', `{ ${many(110, (at) => `a${at}: shoes`)} }`],
    ['that has no operation', `fragment F on Person { ${many(110, (at) => `a${at}: id`)} }`],
    ['without a token', aliases(110)],
  ])('%s', async (_, text) => {
    forget();
    expectRefusal(await post(query(text), { authorization: '' }), 'BAD_REQUEST');
    expect(asked()).toEqual([]);
  });
});

describe('what somebody may well ask is within every limit', () => {
  test.each<[string, () => string, () => object]>([
    ['everything about everybody of a caseload of two hundred', () => `{ caseload(first: 200) { edges { person { ...Whole } } } } ${whole.fragment}`, () => ({})],
    ['everything about two hundred people by their ids', () => `query ($ids: [PersonId!]!) { people(ids: $ids) { ...Whole } } ${whole.fragment}`, () => ({ ids: Array.from({ length: 200 }, () => morag) })],
    ['everything about somebody, twice', () => `query ($id: PersonId!) { one: person(id: $id) { ...Whole } two: person(id: $id) { ...Whole } } ${whole.fragment}`, () => ({ id: morag })],
    ['everything about the schema', () => getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true }), () => ({})],
  ])('%s', async (_, text, variables) => {
    const { status, body } = await house.ask('isla', text(), { ...variables() });
    expect([status, body.errors]).toEqual([200, undefined]);
  });
});

describe('a page of somebody else\'s', () => {
  // What a browser sends along without asking first: a form, and a script with one of three content types.
  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', ''])('cannot ask in the name of who reads it: content type "%s"', async (type) => {
    forget();
    expectRefusal(await post(query(STOP), { 'content-type': type, origin: 'https://elsewhere.example' }), 'BAD_REQUEST');
    expect(asked()).toEqual([]);
  });

  test('gets no leave from the door when it asks first', async () => {
    const response = await fetch(house.gatewayUrl, { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type, authorization' } });
    expect([response.status, [...response.headers.keys()].filter((name) => name.startsWith('access-control'))]).toEqual([405, []]);
  });
});

describe('an error', () => {
  test.each([['a field', 'person(id: $id) { nam }'], ['an argument', 'person(is: $id) { id }'], ['a type', 'person(id: $id) { ... on Perso { id } }'], ['a root field', 'persn(id: $id) { id }']])('suggests nothing: %s that is nearly there', async (_, text) => {
    const { body } = await post(query(`query ($id: PersonId!) { ${text} }`));
    expect(body).toContain('BAD_OPERATION');
    expect(body).not.toMatch(/did you mean/i);
  });

  test.each([['a query', { query: `{ ${CANARY} "${CANARY}" }` }], ['a variable', { query: STOP, variables: { input: CANARY } }], ['extensions', { query: '{ me { id } }', extensions: { persistedQuery: { version: 1, sha256Hash: CANARY } } }]])('says nothing of values, stacks or places in code: %s', async (_, body) => {
    const told = await post(JSON.stringify(body));
    expect(told.status).toBe(400);
    expect(told.body.replaceAll(`\\"${CANARY}\\"`, '')).not.toMatch(/node_modules|\.[jt]s\b|\bat |stack/);
    expect(Object.keys(JSON.parse(told.body) as object)).toEqual(['errors']);
  });
});
