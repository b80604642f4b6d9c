import { describe, expect, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { parse } from 'graphql';
import { OPEN_BOOK, clientId, everybody, execution, openHouse } from '../testing/house.ts';

const refusal = (query: string, variables: Record<string, unknown> = {}, name?: string): { code: string; message: string } => {
  try {
    execution.analyse(parse(query), name, variables);
  } catch (error) {
    if (error instanceof HouseError) return { code: error.code, message: error.message };
    throw error;
  }
  return { code: 'NONE', message: '' };
};

/** The questions that an operation comes to, without their variables. */
const texts = async (query: string, variables: Record<string, unknown>): Promise<unknown[]> => {
  const house = openHouse({ people: everybody(3, () => OPEN_BOOK) });
  await house.answer(query, variables);
  return house.asked.map(({ query: text, subgraph }) => [subgraph, text]);
};

const wanted = (query: string) => openHouse().analyse(query).fetches.map(({ subgraph, use, needs }) => `${subgraph} ${use} ${needs}`).toSorted();

describe('an operation that cannot be run is refused, without a word of its input', () => {
  test.each([
    { what: 'no operation of that name', query: 'query A { me { id } }', name: 'B', code: 'BAD_OPERATION' },
    { what: 'several and no name', query: 'query A { me { id } } query B { me { id } }', code: 'BAD_OPERATION' },
    { what: 'no operation at all', query: 'fragment F on Person { id }', code: 'BAD_OPERATION' },
    { what: 'a subscription', query: 'subscription { me { id } }', code: 'BAD_OPERATION' },
    { what: 'an unknown field', query: '{ me { secret } }', code: 'BAD_OPERATION' },
    { what: 'a deferred part', query: '{ ... @defer { me { id } } }', code: 'BAD_OPERATION' },
    { what: 'a literal of the wrong type', query: '{ caseload(first: "secret") { edges { cursor } } }', code: 'BAD_OPERATION' },
    { what: 'a missing variable', query: 'query ($id: PersonId!) { person(id: $id) { id } }', code: 'BAD_VARIABLES' },
    { what: 'a variable of the wrong type', query: 'query ($n: Int) { caseload(first: $n) { edges { cursor } } }', variables: { n: 'secret' }, code: 'BAD_VARIABLES' },
    { what: 'an input with more than its fields', query: 'query ($of: CompanionInput) { companion(of: $of) { id } }', variables: { of: { secret: 1 } }, code: 'BAD_VARIABLES' },
    { what: '__proto__ in a variable', query: 'query ($of: CompanionInput) { companion(of: $of) { id } }', variables: JSON.parse('{"of":{"__proto__":{"secret":1}}}'), code: 'BAD_VARIABLES' },
    { what: 'a condition of null', query: 'query ($if: Boolean = true) { me { id @include(if: $if) } }', variables: { if: null }, code: 'BAD_VARIABLES' },
    { what: 'the alias __proto__', query: '{ __proto__: me { id } }', code: 'BAD_REQUEST' },
    { what: 'the alias constructor', query: '{ me { constructor: id } }', code: 'BAD_REQUEST' },
    { what: 'the alias prototype', query: '{ me { ...F } } fragment F on Person { prototype: id }', code: 'BAD_REQUEST' },
    { what: 'an alias of every object', query: '{ me { hasOwnProperty: id } }', code: 'BAD_REQUEST' },
    { what: 'an alias that hides the type', query: '{ me { __typename: id } }', code: 'BAD_REQUEST' },
    { what: 'an alias that hides a person\'s key', query: '{ me { id: homes { area } } }', code: 'BAD_REQUEST' },
    { what: 'an alias that hides it in a fragment', query: '{ search { ...F } } fragment F on Person { id: homes { area } }', code: 'BAD_REQUEST' },
    { what: 'a variable in the place of representations', query: 'query ($representations: Int) { caseload(first: $representations) { edges { cursor } } }', code: 'BAD_REQUEST' },
  ])('$what: $code', ({ query, variables, name, code }) => {
    const refused = refusal(query, variables as Record<string, unknown> | undefined, name);
    expect(refused.code).toBe(code);
    expect(refused.message).not.toContain('secret');
  });

  test('an alias that only begins with underscores is none of them', () => {
    expect(refusal('{ me { __isNode: __typename _id: id } }').code).toBe('NONE');
  });
});

/** Had it to be planned? */
const isNew = (query: string, variables: Record<string, unknown> = {}) => execution.analyse(parse(query), undefined, variables).isNew;

/** An operation of seven thousand fields that takes no planning. */
const aliased = (name: string) => `query ${name} { ${Array.from({ length: 7_000 }, (_, at) => `a${at}: __typename`).join(' ')} }`;

describe('an analysis is kept', () => {
  test('one for all people: fetch texts are the same and hold no value', async () => {
    const query = 'query ($id: PersonId!, $by: String) { person(id: $id) { rent(orderedBy: $by) { standing } } }';
    const first = await texts(query, { id: clientId(1), by: 'one' });
    expect(await texts(query, { id: clientId(2), by: 'two' })).toEqual(first);
    expect(JSON.stringify(first)).not.toMatch(/one|two/);
  });

  test('one for each value of a condition, never another\'s', async () => {
    const query = 'query ($id: PersonId!, $a: Boolean!, $b: Boolean = false) { person(id: $id) { homes @include(if: $a) { area } orders @skip(if: $b) { hours } } }';
    const answers = [];
    for (const [a, b] of [[true, true], [true, false], [false, true], [true, true]]) {
      const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
      const { data } = await house.answer(query, { id: clientId(1), a, b });
      answers.push([Object.keys(data!.person as object), house.asked.map(({ subgraph }) => subgraph).toSorted()]);
    }
    expect(answers).toEqual([
      [['homes'], ['consent', 'housing']], [['homes', 'orders'], ['consent', 'housing', 'justice']], [[], ['consent']], [['homes'], ['consent', 'housing']],
    ]);
  });

  test('and says whether it had to be planned: once for each text and each value of a condition', () => {
    const conditional = 'query Conditional($a: Boolean!) { me { id @include(if: $a) } }';
    expect([isNew('query Fresh { me { id } }'), isNew('query Fresh { me { id } }'), isNew('query Fresher { me { id } }')]).toEqual([true, false, true]);
    expect([true, false, true, false].map((a) => isNew(conditional, { a }))).toEqual([true, true, false, false]);
  });

  test('and can be made ahead, so that whoever asks first need not wait', () => {
    const [plain, conditional] = ['query Ahead { me { id } }', 'query AheadIf($a: Boolean!) { me { id @include(if: $a) } }'].map((query) => parse(query));
    for (const document of [plain!, conditional!]) execution.analyseAhead(document, undefined);
    expect([execution.analyse(plain!, undefined, {}), execution.analyse(conditional!, undefined, { a: true }), execution.analyse(conditional!, undefined, { a: false })].map(({ isNew }) => isNew)).toEqual([false, false, true]);
    expect(() => execution.analyseAhead(parse('{ me { shoes } }'), undefined)).toThrow(HouseError);
  });

  test('but not for ever: what is not asked any more makes room', () => {
    expect(['One', 'One', 'Two', 'Three', 'One'].map((name) => isNew(aliased(name)))).toEqual([true, false, true, true, true]);
  });

  test('a person of the text is that of this very text', async () => {
    const house = openHouse({ people: everybody(3, () => OPEN_BOOK) });
    for (const n of [1, 2]) expect((await house.answer(`{ person(id: "${clientId(n)}") { id } }`)).data).toEqual({ person: { id: clientId(n) } });
  });

  test('nothing of another operation in the document is asked for, neither its variables nor its fragments', () => {
    const document = parse('query A { me { ...Own } } query B($when: Boolean!, $id: PersonId!) { person(id: $id) { ...Other @skip(if: $when) } } fragment Own on Person { id } fragment Other on Person { id @include(if: $when) }');
    expect(execution.analyse(document, 'A', {}).fetches).toEqual([{ subgraph: 'consent', use: 'query', needs: 0n }]);
  });

  test('operations of one document are told apart by their names', () => {
    const document = parse('query A { me { id } } mutation B($i: GiveGrantInput!) { giveGrant(input: $i) { eventId } }');
    expect(execution.analyse(document, 'A', {}).kind).toBe('query');
    expect(execution.analyse(document, 'B', { i: { key: 'k', person: 'x' } }).kind).toBe('mutation');
    expect(execution.analyse(document, 'A', {}).kind).toBe('query');
  });

  test('a run cannot be begun with variables that ask for something else', () => {
    const operation = execution.analyse(parse('query ($a: Boolean!) { me { id @include(if: $a) } }'), undefined, { a: true });
    expect(() => operation.start({ variables: { a: false } } as never)).toThrow(HouseError);
  });
});

describe('what is left of an operation when its conditions are carried out', () => {
  test.each([
    { query: '{ me { homes { area @skip(if: true) } } }', data: { me: { homes: [{}, {}] } } },
    { query: '{ me { id @include(if: false) } }', data: { me: {} } },
    { query: '{ me @skip(if: true) { id } }', data: {} },
    { query: '{ search { ... on Person @skip(if: true) { id } ... on Office { name } } }', data: { search: [{}, null, { name: 'Leith office' }] } },
    { query: '{ search { ...F @include(if: false) } } fragment F on Office { name }', data: { search: [{}, null, {}] } },
    { query: '{ search { ...F } } fragment F on Office { name @skip(if: true) }', data: { search: [{}, null, {}] } },
    { query: '{ me { homes { area @skip(if: false) @include(if: false) note } } }', data: { me: { homes: [{ note: null }, { note: { by: 'x' } }] } } },
  ])('$query', async ({ query, data }) => {
    expect((await openHouse({ people: everybody(1, () => OPEN_BOOK) }).answer(query)).data).toEqual(data);
  });
});

describe('what the fetches want decided', () => {
  test.each([
    { query: '{ __typename }', fetches: [] },
    { query: '{ me { id } }', fetches: ['consent query 0'] },
    { query: '{ me { homes { area } rent { standing } } }', fetches: ['consent query 0', `housing joined ${2n ** 17n + 2n ** 19n}`] },
    { query: '{ me { household { members } } }', fetches: ['consent joined 16', 'consent query 0'] },
    { query: '{ me { household { members } sharing { category } } }', fetches: ['consent joined 0', 'consent query 0'] },
    { query: 'mutation { giveGrant(input: { key: 1, person: "x" }) { person { id } } }', fetches: ['consent mutation 0'] },
  ])('$query: $fetches', ({ query, fetches }) => {
    expect(wanted(query)).toEqual(fetches);
  });
});

describe('questions about the schema', () => {
  test.each([
    { query: '{ __typename __schema { queryType { name } } }', only: true, data: { __typename: 'Query', __schema: { queryType: { name: 'Query' } } } },
    { query: 'query ($name: String!) { __type(name: $name) { kind } other: __type(name: "Home") { kind } }', variables: { name: 'Hit' }, only: true, data: { __type: { kind: 'UNION' }, other: { kind: 'OBJECT' } } },
    { query: '{ ...F me { id } } fragment F on Query { schema: __schema { mutationType { name } } }', only: false, data: { schema: { mutationType: { name: 'Mutation' } }, me: { id: clientId(1) } } },
  ])('$query', async ({ query, variables, only, data }) => {
    const house = openHouse({ people: everybody(1, () => OPEN_BOOK) });
    for (let twice = 0; twice < 2; twice++) expect(JSON.parse(JSON.stringify((await house.answer(query, variables)).data))).toEqual(data);
    expect(house.asked).toHaveLength(only ? 0 : 2);
  });
});
