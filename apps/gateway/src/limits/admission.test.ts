import { describe, expect, test } from '@jest/globals';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { createAdmission } from './admission.ts';
import { LIMITS, type Limits } from './limits.ts';

const SCHEMA = buildSchema(`
  type Query { me: Person  person(id: ID!): Person  people(ids: [ID!]!): [Person]!  caseload(first: Int = 50, after: String): Caseload!  noted: Noted }
  type Mutation { tag(input: Tags): Person }
  input Tags { labels: [String!] inside: Tags }
  type Caseload { edges: [Edge!]! }
  type Edge { person: Person }
  interface Noted { note: String }
  type Person implements Noted { note: String id: ID! friend: Person skills(first: Int): [Skill!] }
  type Skill implements Noted { note: String name: String }
  type Letter implements Noted { note: String }
`);
const CANARY = 'Kanarienvogel';

/** What a question is told by limits that are as they are, but for what is said: nothing when it is let in. */
function told(query: unknown, variables?: unknown, limits: Partial<Limits> = {}): string | undefined {
  try {
    createAdmission(SCHEMA, { ...LIMITS, ...limits })({ query, variables });
    return undefined;
  } catch (error) {
    expect(error).toMatchObject({ code: 'BAD_REQUEST', message: expect.not.stringContaining(CANARY) });
    return /most \d+ ([^,.]*)/.exec((error as Error).message)![1];
  }
}

const many = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join(' ');
const nested = (count: number, open: string, inside: string): string => `${open.repeat(count)}${inside}${'}'.repeat(count)}`;

const TOKENS = 'words and signs', DEPTH = 'levels inside each other', FIELDS = 'fields', ALIASES = 'aliases', DIRECTIVES = 'directives', ITEMS = 'items in its lists';
const ROOTS = 'fields at its root', PEOPLE = 'places where people stand', COMPARISONS = 'comparisons of fields and fragments that stand in one place', COST = 'fields in its answer', SCHEMA_COST = 'fields in an answer about the schema';

/** A page of the caseload, as long as this says. */
const page = (first: string, inside = 'id') => `query ($first: Int) { caseload(first: ${first}) { edges { person { ${inside} } } } }`;

/** What it is told by this cost, and by one less. */
const costs = (query: string, variables: object, cost: number) => [told(query, variables, { cost }), told(query, variables, { cost: cost - 1 })];

describe('a question over a limit is told which, and nothing of itself', () => {
  test.each<[string, string, string, unknown?]>([
    ['thousands of words', `{ me { ${many(6_000, () => CANARY)} } }`, TOKENS],
    ['thousands of words that do not parse', `{ me ${'a } '.repeat(20_000)}`, TOKENS],
    ['thousands of brackets that do not close', `{ me ${'{ a '.repeat(20_000)}`, DEPTH],
    ['thousands of lists inside each other', `{ person(id: ${'['.repeat(20_000)}`, DEPTH],
    ['fields inside each other', `{ ${nested(30, `${CANARY} { `, 'id')} }`, DEPTH],
    ['nothing but fragments inside each other', `{ ${nested(30, '... { ', 'me { id }')} }`, DEPTH],
    ['named fragments inside each other', `{ ...F0 } ${many(30, (at) => `fragment F${at} on Query { ...F${at + 1} }`)} fragment F30 on Query { me { id } }`, DEPTH],
    ['depth in introspection', `{ __schema { types { ${nested(30, 'ofType { ', 'name')} } } }`, DEPTH],
    ['depth behind a fragment that was met before at another depth', `{ me { ...T } ${nested(12, 'me: friend { ', '...T')} } fragment T on Person { ${nested(14, 'friend { ', 'id')} }`, DEPTH],
    ['values inside each other', `mutation { tag(input: ${nested(30, '{ inside: ', '{}')}) { id } }`, DEPTH],
    ['variables inside each other', 'query ($id: ID!) { person(id: $id) { id } }', DEPTH, { id: JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) }],
    ['fragments that unfold', `{ me { ...F0 } } ${many(8, (at) => `fragment F${at} on Person { a${at}: friend { ...F${at + 1} } b${at}: friend { ...F${at + 1} } }`)} fragment F8 on Person { id }`, ALIASES],
    ['fragments that unfold and hold nothing', `{ me { ...F0 } } ${many(16, (at) => `fragment F${at} on Person { ...F${at + 1} ...F${at + 1} }`)} fragment F16 on Person { ...None }`, COMPARISONS],
    ['thousands of fields', `{ me { ${many(4_500, (at) => `f${at}`)} } }`, FIELDS],
    ['aliases', `{ me { ${many(110, (at) => `a${at}: id`)} } }`, ALIASES],
    ['aliases of __typename, which cost nothing elsewhere', `{ me { ${many(110, (at) => `a${at}: __typename`)} } }`, ALIASES],
    ['fields at the root', `{ ${many(31, (at) => `a${at}: __typename`)} }`, ROOTS],
    ['changes', `mutation { ${many(31, (at) => `a${at}: tag { id }`)} }`, ROOTS],
    ['fields at the root that the schema does not know', `{ ${many(31, (at) => `${CANARY}${at}`)} }`, ROOTS],
    ['fields at the root, behind fragments', `{ ${many(31, (at) => `... on Query { ...F${at} }`)} } ${many(31, (at) => `fragment F${at} on Query { a${at}: __typename }`)}`, ROOTS],
    ['fields at the root of several operations', many(4, (operation) => `query Q${operation} { ${many(10, (at) => `a${at}: __typename`)} }`), ROOTS],
    ['people at the root', `query ($id: ID!) { ${many(7, (at) => `a${at}: person(id: $id) { id }`)} }`, PEOPLE],
    ['people that mutations answer with', `mutation { ${many(7, (at) => `a${at}: tag { id }`)} }`, PEOPLE],
    ['people below each other', `{ me { ${nested(6, 'friend { ', 'id')} } }`, PEOPLE],
    ['people behind fragments', `{ ${many(7, (at) => `... { ...F${at} }`)} } ${many(7, (at) => `fragment F${at} on Query { a${at}: me { id } }`)}`, PEOPLE],
    ['people behind an interface', `{ ${many(7, (at) => `a${at}: noted { note }`)} }`, PEOPLE],
    ['lists of people, however long', `{ ${many(7, (at) => `a${at}: people(ids: []) { id }`)} }`, PEOPLE],
    ['people in a fragment that nobody uses', `{ me { id } } fragment F on Query { ${many(7, (at) => `a${at}: me { id }`)} }`, PEOPLE],
    ['aliases that are called __typename', `{ me { ${many(110, () => '__typename: __typename')} } }`, ALIASES],
    ['aliases in a fragment that is used again and again', `{ ${many(9, () => 'me { ...F }')} } fragment F on Person { ${many(20, (at) => `a${at}: id`)} }`, ALIASES],
    ['aliases in another operation than the one that is run', `query A { me { id } } query B { me { ${many(110, (at) => `a${at}: id`)} } }`, ALIASES],
    ['directives', `{ me { id ${'@include(if: true) '.repeat(110)} } }`, DIRECTIVES],
    ['directives of variables', `query (${many(110, (at) => `$v${at}: ID @x`)}) { me { id } }`, DIRECTIVES],
    ['one field again and again', `{ me { ${'id '.repeat(1_000)} } }`, COMPARISONS],
    ['fragments that are compared with each other', `{ me { ${many(200, (at) => `...F${at}`)} } } ${many(200, (at) => `fragment F${at} on Person { ...None }`)}`, COMPARISONS],
    ['fragments that are compared with each other, in places that fall together', `{ me { ${many(100, (at) => `...F${at}`)} } me { ${many(100, (at) => `...F${100 + at}`)} } } ${many(200, (at) => `fragment F${at} on Person { ...None }`)}`, COMPARISONS],
    ['one field again and again, in a fragment that nobody uses', `{ me { id } } fragment F on Person { ${'id '.repeat(1_000)} }`, COMPARISONS],
    ['more people in a variable', 'query ($ids: [ID!]!) { people(ids: $ids) { id } }', ITEMS, { ids: Array.from({ length: 1_001 }, () => CANARY) }],
    ['more people in the text', `{ people(ids: [${many(1_001, () => '"x"')}]) { id } }`, ITEMS],
    ['more people in a default', `query ($ids: [ID!]! = [${many(1_001, () => '"x"')}]) { people(ids: $ids) { id } }`, ITEMS],
    ['more people in text and variables together', `query ($ids: [ID!]!) { one: people(ids: [${many(600, () => '"x"')}]) { id } two: people(ids: $ids) { id } }`, ITEMS, { ids: Array.from({ length: 600 }, () => 'x') }],
    ['lists somewhere inside an input', 'mutation ($input: Tags) { tag(input: $input) { id } }', ITEMS, { input: { inside: { labels: Array.from({ length: 1_001 }, () => CANARY) } } }],
    ['lists that no variable is declared for', '{ me { id } }', ITEMS, { [CANARY]: Array.from({ length: 1_001 }, () => 0) }],
  ])('%s', (_, query, which, ...variables) => expect(told(query, variables[0], which === PEOPLE ? {} : { people: Infinity })).toBe(which));

  test.each<[string, string, string, unknown?]>([
    ['a page too large', page('9000000'), COST],
    ['a page too large, by a variable', page('$first'), COST, { first: 9_000_000 }],
    ['a page too large, by the default of a variable', page('$first').replace('Int', 'Int = 9000000'), COST],
    ['a page too large that is no number', page('9'.repeat(400)), COST],
    ['pages inside pages', page('2000', 'skills(first: 2000) { name }'), COST],
    ['pages inside pages, by one variable', page('$first', 'skills(first: $first) { name }'), COST, { first: 1_800 }],
    ['pages inside pages, behind a fragment', `${page('$first', '...F')} fragment F on Person { skills(first: $first) { name } }`, COST, { first: 1_800 }],
    ['the same people again and again', `query ($ids: [ID!]!) { ${many(20, (at) => `a${at}: people(ids: $ids) { ${many(50, () => 'skills { name }')} }`)} }`, COST, { ids: Array.from({ length: 1_000 }, () => 'x') }],
    ['the types of an interface, the interfaces of each, and round again', `{ __type(name: "Noted") { ${nested(10, 'possibleTypes { interfaces { ', 'name').replace(/}+$/, '}'.repeat(20))} } }`, SCHEMA_COST],
    ['the schema again and again', `{ ${many(40, (at) => `a${at}: __schema { types { fields { args { type { name } } } } }`)} }`, SCHEMA_COST],
  ])('%s', (_, query, which, ...variables) => expect(told(query, variables[0], { schemaCost: 1_000, people: Infinity, roots: Infinity, comparisons: Infinity, fields: Infinity })).toBe(which));
});

describe('what is let in', () => {
  test.each<[string, unknown, unknown?]>([
    ['as many people as may be named', 'query ($ids: [ID!]!) { people(ids: $ids) { id skills { name } } }', { ids: Array.from({ length: 1_000 }, () => 'x') }],
    ['a page of two hundred with hundreds of fields', `{ caseload(first: 200) { edges { person { ${many(40, (at) => `a${at}: id`)} ${many(60, () => 'skills { name }')} } } } }`],
    ['the question of every tool about the schema', getIntrospectionQuery({ inputValueDeprecation: true, directiveIsRepeatable: true })],
    ['a fragment that contains itself: validation refuses it', '{ me { ...F } } fragment F on Person { friend { ...F } }'],
    ['a fragment that is not there', '{ me { ...F } }'],
    ['what is no GraphQL', `SELECT ${CANARY}`], ['what is no text', { kind: 'Document' }], ['nothing', undefined],
    ['variables that are none', '{ me { id } }', [1]],
    ['a page of less than nothing', '{ caseload(first: -900000) { edges { person { id } } } }'],
  ])('%s', (_, query, ...variables) => expect(told(query, ...variables)).toBeUndefined());

  test('the same text is measured anew by its variables', () => {
    const admit = createAdmission(SCHEMA, LIMITS);
    const asking = (first: number) => () => admit({ query: 'query ($first: Int) { caseload(first: $first) { edges { person { id } } } }', variables: { first } });
    expect(asking(200)).not.toThrow();
    expect(asking(2 ** 31 - 1)).toThrow(COST);
    expect(asking(200)).not.toThrow();
  });

  test('a text that was refused is refused again', () => {
    const admit = createAdmission(SCHEMA, LIMITS);
    const query = `{ me { ${many(110, (at) => `a${at}: id`)} } }`;
    for (let times = 0; times < 3; times++) expect(() => admit({ query })).toThrow(ALIASES);
  });
});

describe('what an answer can cost', () => {
  test.each<[string, string, object, number]>([
    ['a field is one', '{ me { id } }', {}, 2],
    ['a list is taken for five', '{ me { skills { name } } }', {}, 1 + 5 + 5],
    ['a list is as long as it is asked to be', '{ me { skills(first: 3) { name } } }', {}, 1 + 3 + 3],
    ['a variable says how long', 'query ($n: Int) { me { skills(first: $n) { name } } }', { n: 7 }, 1 + 7 + 7],
    ['its default, when it says nothing', 'query ($n: Int = 4) { me { skills(first: $n) { name } } }', {}, 1 + 4 + 4],
    ['the schema\'s default, when nobody does', '{ caseload { edges { person { id } } } }', {}, 1 + 50 * 3],
    ['the schema\'s default, when the variable says nothing', 'query ($n: Int) { caseload(first: $n) { edges { person { id } } } }', {}, 1 + 50 * 3],
    ['people are as many as were named', 'query ($ids: [ID!]!) { people(ids: $ids) { id } }', { ids: ['x', 'y', 'z'] }, 3 + 3],
    ['lists multiply what is in them', 'query ($n: Int) { caseload(first: $n) { edges { person { skills(first: 3) { name } } } } }', { n: 10 }, 1 + 10 + 10 + 10 * (3 + 3)],
    ['a fragment counts wherever it is used', '{ me { ...F friend { ...F } } } fragment F on Person { id }', {}, 1 + 1 + 1 + 1],
    ['the dearest operation counts, whichever is run', 'query A { me { id } } query B { me { skills(first: 8) { name } } }', {}, 1 + 8 + 8],
  ])('%s', (_, query, variables, cost) => expect(costs(query, variables, cost)).toEqual([undefined, COST]));
});
