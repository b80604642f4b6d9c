import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cut } from '../harness/faults.ts';
import { expectRefusal, type Refusal } from './expectRefusal.ts';
import { CANARY, openWatchedHouse, type Received, type Sending, type WatchedHouse } from './openWatchedHouse.ts';

jest.setTimeout(60_000);

const LOOK = 'query Look($id: PersonId!) { person(id: $id) { name { knownAs } } }';
const STOP = 'mutation ($input: StopAllInput!) { stopAll(input: $input) { eventId } }';
const PARSED = 'GraphQL queries must be strings. It looks like you\'re sending the internal graphql-js representation of a parsed query in your request instead of a request in the GraphQL query language. You can convert an AST to a string using the `print` function from `graphql`, or use a client like `apollo-client` which converts the internal representation to a string for you.';
const SEVERAL = 'query ($ids: [PersonId!]!) { people(ids: $ids) { name { knownAs } } }';

let watched: WatchedHouse, morag: string, rightly: Received;
const look = (variables: unknown = { id: morag }): Sending => ({ body: { query: LOOK, variables } });
const ask = (query: unknown, variables: unknown = { id: morag }, more: object = {}): Sending => ({ body: { query, variables, ...more } });
const about = (message: string): Refusal => ({ code: 'BAD_REQUEST', message });
const invalid = (field: string, data: unknown): Refusal => ({ code: 'INVALID_INPUT', path: [field], data, asks: ['decisions', 'consent'] });
const randomId = () => `1.${randomBytes(16).toString('base64url')}`;

beforeAll(async () => {
  watched = await openWatchedHouse();
  morag = watched.house.personIdFor('isla', 'morag');
  rightly = await watched.send(look());
  expect(rightly.text).toContain('"Morag"');
});
afterAll(() => watched.close());
beforeEach(() => watched.forget());
// Whatever was sent, the next question is answered as if nothing had happened.
afterEach(async () => expect(await watched.send(look())).toMatchObject({ status: 200, text: rightly.text }));

/** Morag gives Isla a grant, but for what is said. */
const giving = async (change: object): Promise<Sending> => {
  const input = { key: CANARY, person: watched.house.personIdFor('person', 'morag'), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { worker: 'isla' }, ...change };
  return { ...ask('mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { eventId } }', { input }), headers: { authorization: `Bearer ${await watched.house.tokenFor('morag')}`, purpose: undefined } };
};
const refuses = async (sending: Sending, refusal: Refusal, ...secrets: string[]) => expectRefusal(watched, await watched.send(sending), refusal, secrets);

describe('an id is somebody unknown, by the same bytes', () => {
  const unknown: Refusal = { code: 'UNKNOWN_PERSON', path: ['person'], data: { person: null }, asks: ['decisions'] };

  test.each<[string, () => unknown]>([
    ['that nobody has', randomId],
    ['of somebody who is not supported any more', () => watched.house.personIdFor('isla', 'hamish')],
    ['of a person in another agency\'s words', () => watched.house.personIdFor('una', 'morag')],
    ['of a person in their own words', () => watched.house.personIdFor('person', 'morag')],
    ['of a person in a room\'s words', () => watched.house.personIdFor('housing', 'morag')],
    ['of a key that there never was', () => morag.replace(/^1/, '9')],
    ['with a space after it', () => `${morag} `],
    ['in another writing of the same bits', () => morag.replace(/.$/, (last) => ({ A: 'B', Q: 'R', g: 'h', w: 'x' })[last]!)],
    ['that is some text', () => CANARY],
    ['that is empty', () => ''],
    ['that is no text: a number', () => 7],
    ['that is no text: a truth', () => true],
    ['that is no text: a list', () => [CANARY]],
    ['that is no text: an object', () => ({ [CANARY]: CANARY })],
    ['named __proto__', () => '__proto__'],
    ['with a zero byte in it', () => `${CANARY}\u0000`],
    ['with half a letter in it', () => `${CANARY}\ud800`],
    ['as long as a book', () => CANARY.repeat(30_000)],
  ])('%s', async (_, id) => {
    const sent = id();
    await refuses(look({ id: sent }), unknown, ...(typeof sent === 'string' && sent.length > 20 ? [sent] : []));
    expect(watched.asked()).not.toContain('consent');
  });

  test('that is nested deeply', () => refuses({ body: `{"query":"${LOOK}","variables":{"id":${'['.repeat(20)}${']'.repeat(20)}}}` }, unknown));

  test.each([['a text', `"${CANARY}"`], ['a number', '7'], ['a name', CANARY], ['a list', `["${CANARY}"]`], ['an object', `{ ${CANARY}: "${CANARY}" }`]])('written into the question: %s', async (_, id) => {
    await refuses(ask(`{ person(id: ${id}) { name { knownAs } } }`), unknown);
  });

  test('in a list, at its own place; the others are answered', async () => {
    await refuses(ask(SEVERAL, { ids: [morag, CANARY] }), { code: 'UNKNOWN_PERSON', path: ['people', 1], data: { people: [{ name: { knownAs: 'Morag' } }, null] }, states: { NAME_AND_CONTACT: 'SHARED' }, asks: ['decisions', 'consent', 'people'] });
  });

  test('in a mutation, which is not done', async () => {
    await refuses(ask(STOP, { input: { key: CANARY, person: CANARY } }), { code: 'UNKNOWN_PERSON', path: ['stopAll'], data: { stopAll: null }, asks: ['decisions'] });
  });
});

describe('without a purpose everything personal is withheld, and errors say so once', () => {
  const none: Refusal = { code: 'NO_PURPOSE', data: { person: { name: null } }, states: { NAME_AND_CONTACT: 'NO_PURPOSE' }, asks: ['decisions', 'consent'] };

  test.each<[string, string | readonly string[] | undefined]>([
    ['is missing', undefined], ['is empty', ''], ['is unknown', CANARY], ['is unknown and long', CANARY.repeat(40)], ['is a name of every object', '__proto__'],
    ['is in small letters', 'employability_support'], ['has words after it', `EMPLOYABILITY_SUPPORT ${CANARY}`],
    ['is one that no role of hers may use', 'AUDIT'], ['is one that is for counting', 'STATISTICS'],
    ['stands there twice', ['EMPLOYABILITY_SUPPORT', 'EMPLOYABILITY_SUPPORT']], ['stands there with another', ['EMPLOYABILITY_SUPPORT', 'AUDIT']],
    ['stands there many times', Array.from({ length: 20 }, () => 'EMPLOYABILITY_SUPPORT')],
  ])('it %s', async (_, purpose) => refuses({ ...look(), headers: { purpose } }, none));

  test('somebody who is nobody is still nobody', () =>
    refuses({ ...look({ id: randomId() }), headers: { purpose: CANARY } }, { code: 'UNKNOWN_PERSON', path: ['person'], data: { person: null }, asks: ['decisions'] }));
});

describe('a variable', () => {
  const wrong: Refusal = { code: 'BAD_VARIABLES' };
  const caseload = 'query ($first: Int, $after: String) { caseload(first: $first, after: $after) { edges { cursor } } }';
  const grant = 'mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { eventId } }';
  const given = { key: CANARY, person: 'x', purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { worker: 'isla' } };
  const withPlan = `query ($id: PersonId!, $more: Boolean!, $or: Boolean = true) { person(id: $id) { id @include(if: $more) name @skip(if: $or) { knownAs } } }`;

  test.each<[string, string, unknown]>([
    ['that is missing', LOOK, {}],
    ['that is missing, with others there', LOOK, { [CANARY]: CANARY }],
    ['that only a prototype has', LOOK, JSON.parse(`{"__proto__":{"id":"${CANARY}"}}`)],
    ['that is null where it must not be', LOOK, { id: null }],
    ['in a list that is null', SEVERAL, { ids: [null] }],
    ['that is text for a number', caseload, { first: CANARY }],
    ['that is a fraction for a number', caseload, { first: 1.5 }],
    ['that is a number for text', caseload, { after: 7 }],
    ['that is a list for text', caseload, { after: [CANARY] }],
    ['that is text for a condition', withPlan, { id: 'x', more: CANARY }],
    ['that is null for a condition', withPlan, { id: 'x', more: true, or: null }],
    ['that is text for an input', grant, { input: CANARY }],
    ['that is a list for an input', grant, { input: [CANARY] }],
    ['that lacks a field', grant, { input: { ...given, key: undefined } }],
    ['that has a field too many', grant, { input: { ...given, [CANARY]: CANARY } }],
    ['that has a field too many deep inside', grant, { input: { ...given, recipient: { worker: 'isla', [CANARY]: CANARY } } }],
    ['with a value that is not in the list', grant, { input: { ...given, purpose: CANARY } }],
    ['with a name of every object for a value', grant, { input: { ...given, purpose: 'constructor' } }],
    ['with null in a list', grant, { input: { ...given, categories: [null] } }],
    ['that is wrong about the schema', 'query ($name: String!) { __type(name: $name) { name } }', { name: [CANARY] }],
    ['that is missing about the schema', 'query ($name: String!) { __type(name: $name) { name } }', {}],
    ['that is no condition about the schema', 'query ($if: Boolean!) { __schema @include(if: $if) { __typename } }', { if: CANARY }],
  ])('%s', (_, query, variables) => refuses(ask(query, variables), wrong));

  test.each([['no', undefined], ['null for', null]])('%s variables at all', (_, variables) => refuses({ body: { query: LOOK, ...(variables === null ? { variables } : {}) } }, wrong));
});

describe('an operation', () => {
  const wrong: Refusal = { code: 'BAD_OPERATION' };

  test.each<[string, string, object?]>([
    ['whose name is not in the document', LOOK, { operationName: CANARY }],
    ['whose name is empty', LOOK, { operationName: '' }],
    ['whose name is one of every object', LOOK, { operationName: '__proto__' }],
    ['that is one of several without a name', `query A { me { id } } query ${CANARY} { me { id } }`],
    ['that is not the named one of several', 'query A { me { id } } query B { me { id } }', { operationName: CANARY }],
    ['that is not there: nothing but space', '  '],
    ['that is not there: nothing but a comment', `# ${CANARY}`],
    ['that is a type', `type ${CANARY} { id: ID }`],
    ['with a type beside it', `query ($id: PersonId!) { person(id: $id) { id } } type ${CANARY} { id: ID }`],
    ['about the schema with a type beside it', `{ __typename } type ${CANARY} { id: ID }`],
    ['that does not end', `{ person(id: "${CANARY}") { ${CANARY}`],
    ['with a text that does not end', `{ person(id: "${CANARY}) { id } }`],
    ['with a letter of no meaning', `{ me { id } } ? ${CANARY}`],
    ['with a zero byte', `{ me { id } } \u0000 ${CANARY}`],
    ['that is another language', `SELECT * FROM person WHERE name = '${CANARY}'; --`],
    ['with another value in two places', `query ($id: PersonId!) { person(id: $id) { id } person(id: "${CANARY}") { id } }`],
    ['with a value that is not in the list', `mutation { giveGrant(input: { key: "k", person: "p", purpose: ${CANARY}, categories: [], recipient: {} }) { eventId } }`],
    ['with text for a number', `{ caseload(first: "${CANARY}") { edges { cursor } } }`],
    ['with an object for a text', `{ caseload(after: { ${CANARY}: "${CANARY}" }) { edges { cursor } } }`],
    ['with a fragment that contains itself', `{ me { ...${CANARY} } } fragment ${CANARY} on Person { ...${CANARY} }`],
    ['with a default that does not fit', `query ($first: Int = "${CANARY}") { caseload(first: $first) { edges { cursor } } }`],
  ])('%s', (_, query, more = {}) => refuses(ask(query, { id: morag }, more), wrong));

  test.each<[string, string, string]>([
    ['a field that is not there', `query ($id: PersonId!) { person(id: $id) { shoes } }`, 'Cannot query field "shoes" on type "Person".'],
    ['a field that is nearly there, and no suggestion', `query ($id: PersonId!) { person(id: $id) { skill { name } } }`, 'Cannot query field "skill" on type "Person".'],
    ['a field with a name of every object', `query ($id: PersonId!) { person(id: $id) { constructor } }`, 'Cannot query field "constructor" on type "Person".'],
    ['the gateway\'s own way to entities', '{ _entities(representations: []) { __typename } }', 'Cannot query field "_entities" on type "Query".'],
    ['a room\'s schema', '{ _service { sdl } }', 'Cannot query field "_service" on type "Query".'],
    ['an argument that is not there', `query ($id: PersonId!) { person(id: $id, of: "${CANARY}") { id } }`, 'Unknown argument "of" on field "Query.person".'],
    ['no argument where one must be', '{ person { id } }', 'Field "person" argument "id" of type "PersonId!" is required, but it was not provided.'],
    ['a type that is not there', 'query ($id: Shoe!) { person(id: $id) { id } }', 'Unknown type "Shoe".'],
    ['a type that does not fit', 'query ($id: String!) { person(id: $id) { id } }', 'Variable "$id" of type "String!" used in position expecting type "PersonId!".'],
    ['a directive that is not there', 'query ($id: PersonId!) { person(id: $id) { id @defer } }', 'Unknown directive "@defer".'],
    ['an object without fields', 'query ($id: PersonId!) { person(id: $id) }', 'Field "person" of type "Person" must have a selection of subfields.'],
    ['one name twice', 'query Twice { me { id } } query Twice { me { id } }', 'There can be only one operation named "Twice".'],
  ])('that asks for %s is told the name, which is the schema\'s affair', (_, query, message) => refuses(ask(query), { ...wrong, message }));

  test.each([['of data', `subscription { me { id } }`], ['of nothing', 'subscription { __typename }'], ['of what is not there', `subscription ${CANARY} { ${CANARY} }`]])('that is a subscription %s', (_, query) =>
    refuses(ask(query), { ...wrong, message: 'Subscriptions are not served.' }));
});

describe('a name that every object has is not taken', () => {
  const reserved: Refusal = { code: 'BAD_REQUEST', message: 'The operation uses a reserved name for an alias or a variable.' };
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', '__lookupSetter__'];

  test.each(names)('as an alias at the root: %s', (name) => refuses(ask(`query ($id: PersonId!) { ${name}: person(id: $id) { id } }`), reserved));
  test.each(names)('as an alias below: %s', (name) => refuses(ask(`query ($id: PersonId!) { person(id: $id) { name { ${name}: knownAs } } }`), reserved));
  test.each(names)('as an alias in a fragment: %s', (name) => refuses(ask(`query ($id: PersonId!) { person(id: $id) { ...Known } } fragment Known on Person { ${name}: skills { name } }`), reserved));
  test.each([...names, 'representations'])('as a variable: %s', (name) => refuses({ body: `{"query":"query ($${name}: PersonId!) { person(id: $${name}) { id } }","variables":{"${name}":"${CANARY}"}}` }, reserved));
  test.each([['of a type', '__typename'], ['of an id', 'id']])('as an alias for what stands in the place %s', (_, name) => refuses(ask(`query ($id: PersonId!) { person(id: $id) { ${name}: name { knownAs } } }`), reserved));

  test('and where a name means nothing, it does nothing', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const query = JSON.stringify(LOOK.replace('Look', '__proto__'));
    const answer = await watched.send({ body: `{"query":${query},"operationName":"__proto__","variables":{"id":"${morag}","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}},"extensions":{"__proto__":{"polluted":true}},"__proto__":{"polluted":true}}` });
    expect(answer).toMatchObject({ status: 200, text: rightly.text });
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});

describe('a body', () => {
  const noObject: Refusal = { code: 'BAD_REQUEST', message: 'The body is not a JSON object.' };

  test.each<[string, string | Buffer]>([
    ['that is empty', ''], ['that is not JSON', `{"query":"${CANARY}`], ['that is a question without JSON', `{ me { id } } # ${CANARY}`], ['that is a JSON array', `[{"query":"{ me { id } } # ${CANARY}"}]`],
    ['that is a JSON text', `"${CANARY}"`], ['that is null', 'null'], ['that is a number', '42'], ['that is a form', `query=${CANARY}`], ['that is bytes', Buffer.from([0, 255, 254, 1])],
    ['in another alphabet than UTF-8', Buffer.from(JSON.stringify({ query: LOOK }), 'utf16le')], ['that is nested too deeply to be read', '[{"a":'.repeat(20_000)],
  ])('%s', (_, body) => refuses({ body }, noObject));

  test.each<[string, object, string]>([
    ['without members', {}, 'POST body missing, invalid Content-Type, or JSON object has no keys.'],
    ['without a query', { variables: { [CANARY]: CANARY } }, 'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.'],
    ['with an empty query', { query: '' }, 'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.'],
    ['with a query that is null', { query: null }, 'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.'],
    ['with a query that is a list', { query: [CANARY] }, 'GraphQL queries must be strings.'],
    ['with a query that was parsed', { query: { kind: 'Document', definitions: [CANARY] } }, PARSED],
    ['with variables that are a list', { query: LOOK, variables: [CANARY] }, '`variables` in a POST body must be an object if provided.'],
    ['with variables that are JSON in a text', { query: LOOK, variables: `{"id":"${CANARY}"}` }, '`variables` in a POST body should be provided as an object, not a recursively JSON-encoded string.'],
    ['with a name that is an object', { query: LOOK, operationName: { CANARY } }, '`operationName` in a POST body must be a string if provided.'],
    ['with extensions that are text', { query: LOOK, extensions: CANARY }, '`extensions` in a POST body should be provided as an object, not a recursively JSON-encoded string.'],
  ])('%s', (_, body, message) => refuses({ body }, about(message)));

  test.each([['known', { query: LOOK }], ['unknown', {}]])('that asks by the hash of an operation that is %s', (_, body) =>
    refuses({ body: { ...body, extensions: { persistedQuery: { version: 1, sha256Hash: CANARY } } } }, { code: 'BAD_REQUEST' }));

  test('with a name too long for the record of who looked', () =>
    refuses(ask(LOOK.replace('Look', CANARY.repeat(20)), { id: morag }, { operationName: CANARY.repeat(20) }), about('The name of an operation has at most 200 letters.')));
  test('with a name just short enough', async () => {
    const name = 'N'.repeat(200);
    expect(await watched.send(ask(LOOK.replace('Look', name), { id: morag }, { operationName: name }))).toMatchObject({ status: 200, text: rightly.text });
  });

  test.each([1_001, 20_000])('about %d people', (count) => refuses(ask(SEVERAL, { ids: Array.from({ length: count }, randomId) }), about('A question has at most 1000 items in its lists.')));
  test.each<[string, unknown]>([
    ['a question that is nested without end', { query: `{ me ${'{ a '.repeat(20_000)}` }],
    ['a question with a list that is nested without end', { query: `{ person(id: ${'['.repeat(20_000)}` }],
    ['a variable that is nested without end', `{"query":"${LOOK}","variables":{"id":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`],
  ])('with %s', (_, body) => refuses({ body }, about('A question has at most 25 levels inside each other.')));
  test('that asks for a page larger than a number can be', () =>
    refuses(ask('query ($first: Int) { caseload(first: $first) { edges { cursor } } }', { first: 2 ** 31 }), about('A question has at most 4000000 fields in its answer.')));

  test('over the limit, by what it says of itself', () => refuses({ body: JSON.stringify({ query: `${LOOK} # ${CANARY}` }), headers: { 'content-length': String(1024 * 1024 + 1) } }, { code: 'TOO_LARGE' }));
  test('over the limit, by what arrives', () => refuses({ body: Buffer.alloc(1024 * 1024 + 1, CANARY), headers: { 'transfer-encoding': 'chunked', 'content-length': undefined } }, { code: 'TOO_LARGE' }));
  test('as large as it may be', async () => {
    const body = JSON.stringify({ query: LOOK, variables: { id: morag } });
    expect(await watched.send({ body: body + ' '.repeat(1024 * 1024 - body.length) })).toMatchObject({ status: 200, text: rightly.text });
  });
});

describe('what only a room can judge', () => {
  test.each<[string, object]>([
    ['more than a page has', { first: 201 }], ['less than nothing', { first: -1 }], ['the place of nobody', { after: CANARY }], ['a place with a zero byte', { after: `${CANARY}\u0000` }], ['a very long place', { after: CANARY.repeat(10_000) }],
  ])('a list of %s', (_, variables) => refuses(ask('query ($first: Int, $after: String) { caseload(first: $first, after: $after) { edges { cursor } } }', variables), invalid('caseload', null)));
  test('more people than a page has', () => refuses(ask(SEVERAL, { ids: Array.from({ length: 201 }, () => morag) }), invalid('people', null)));

  test.each<[string, object]>([
    ['of a category that there is not', { categories: [CANARY] }], ['of a category with a name of every object', { categories: ['constructor'] }], ['of nothing', { categories: [] }],
    ['to nobody', { recipient: {} }], ['to a worker who is not there', { recipient: { worker: CANARY } }], ['to an agency with a name of every object', { recipient: { agency: '__proto__' } }], ['to two at once', { recipient: { worker: 'isla', agency: 'fife-works' } }],
    ['from a controller who is not there', { sources: [CANARY] }], ['for a purpose that nobody can agree to', { purpose: 'AUDIT' }],
    ['until long ago', { until: '1996-01-01' }], ['until long after', { until: '2996-01-01' }],
    ['without a key', { key: '' }], ['with a key with a zero byte', { key: `${CANARY}\u0000` }], ['with a very long key', { key: CANARY.repeat(1_000) }],
  ])('a grant %s is not given', async (_, change) => refuses(await giving(change), invalid('giveGrant', { giveGrant: null })));

  test('and as it should be, it is given', async () => {
    expect(JSON.parse((await watched.send(await giving({ key: 'as it should be', until: null }))).text)).toEqual({ data: { giveGrant: { eventId: expect.any(String) } } });
  });

  test.each([['that is some text', CANARY], ['that is not in the calendar', '2027-02-30'], ['with a time', '2027-02-03T10:00:00Z'], ['that is a number', 7]])('a day %s is not of its type', async (_, until) =>
    refuses(await giving({ until }), { code: 'BAD_VARIABLES', data: { giveGrant: null }, asks: ['decisions', 'consent'] }));

  test.each([['a page of nothing', { first: 0 }], ['a page too large', { first: 101 }], ['the place of nobody', { after: CANARY }], ['a need with a zero byte', { need: `${CANARY}\u0000` }]])('services: %s', (_, variables) =>
    refuses(ask('query ($first: Int, $after: String, $need: String) { services(first: $first, after: $after, need: $need) { services { name } } }', variables), { code: 'INVALID_INPUT', path: ['services'], data: null, asks: ['decisions', 'referrals'] }));
});

describe('a request', () => {
  const asJson: Refusal = { code: 'BAD_REQUEST', message: 'A question is sent as application/json.' };
  const nothing: Refusal = { code: 'BAD_REQUEST', message: 'There is nothing here. GraphQL is at /graphql.' };

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('by %s', (method) => refuses({ ...look(), method }, { code: 'METHOD_NOT_ALLOWED' }));
  test('by GET, with a mutation in the address', () => refuses({ method: 'GET', target: `/graphql?query=${encodeURIComponent(STOP)}&variables=${CANARY}` }, { code: 'METHOD_NOT_ALLOWED' }));

  test.each([
    undefined, '', 'text/plain', 'text/plain; application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/graphql', 'application/jsonx',
    'application/json-patch+json', CANARY,
  ])('with the content type %s', (type) => refuses({ ...look(), headers: { 'content-type': type } }, asJson));
  test.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/json;charset=UTF-8'])('with the content type %s is read', async (type) => {
    expect(await watched.send({ ...look(), headers: { 'content-type': type } })).toMatchObject({ status: 200, text: rightly.text });
  });

  test.each([`/${CANARY}`, `/graphql/${CANARY}`, `/../${CANARY}`, '//', `http://[${CANARY}`, '*', '/%00', '/__proto__'])('to %s', (target) => refuses({ ...look(), target }, nothing));
  test('with a query in the address is answered by its body alone', async () => {
    expect(await watched.send({ ...look(), target: `/graphql?query=${CANARY}` })).toMatchObject({ status: 200, text: rightly.text });
  });
});

test('the logs are read: an outage is in them, and of the question that met it nothing', async () => {
  const before = watched.written.length;
  watched.house.proxy('decisions').always(cut);
  await refuses({ ...ask(`query ${CANARY}($id: PersonId!) { ${CANARY}: person(id: $id) { ${CANARY}: name { knownAs } } }`, { id: morag, [CANARY]: CANARY }), headers: { purpose: 'REFERRAL', 'x-from': CANARY, 'user-agent': CANARY } }, { code: 'DECISIONS_UNAVAILABLE', asks: ['decisions'] }, morag);
  watched.house.proxy('decisions').mend();
  expect(watched.written.slice(before).join('')).toContain('DECISIONS_UNAVAILABLE');
});
