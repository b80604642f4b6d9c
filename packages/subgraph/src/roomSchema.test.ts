import { describe, expect, test } from '@jest/globals';
import { HouseError, SHARING_DIRECTIVES } from '@thegither/vocabulary';
import { execute, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { ISLA, claimsFor, type Decided, type Shares } from './testing/claimsFor.ts';
import { onlyWith } from './onlyWith.ts';
import { personRows } from './personRows.ts';
import { UNDATED } from './rowDay.ts';
import { readDecision } from './receivedDecision.ts';
import { guardedSchema, openSchema } from './roomSchema.ts';
import { anyCaller, anyWorker, thePerson, withRole } from './rootRules.ts';

const JWK = { kty: 'OKP', crv: 'Ed25519', x: '' };
const MORAG = '1.AAAAAAAAAAAAAAAAAAAAAA';

const TYPE_DEFS = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  ${SHARING_DIRECTIVES}
  scalar Date
  type Query { notices: [Notice!] team: String forgotten: String }
  type Mutation { stop: String }
  type Notice { text: String! on: Date }
  type Person @key(fields: "id") {
    id: ID!
    homes: [Home!] @personal(category: "WHERE_I_LIVE")
    near(place: String @personal(category: "CONVICTIONS")): Boolean @personal(category: "WHERE_I_LIVE")
    paper: Paper @personal(category: "LEGAL_NAME")
    sharing: String @notPersonal(because: "the same for every record")
    unmarked: String
    broken: String @personal(category: "WHERE_I_LIVE")
  }
  type Home { area: String! why: String @personal(category: "HOMELESSNESS_HELP") controller: String }
  type Paper @personal(category: "CONVICTIONS") { text: String! }
`;

const HOME = { person: MORAG, controller: 'fife-housing', area: 'Kirkcaldy', why: 'left home' };
const loadHomes = personRows(['WHERE_I_LIVE'], UNDATED, async () => [HOME]);

/** Resolvers as a careful room writes them. */
const careful = {
  Query: { notices: () => [{ text: 'open', on: new Date('2026-11-22T12:00:00Z') }], team: () => 'team', forgotten: () => 'forgotten' },
  Mutation: { stop: () => 'stopped' },
  Person: {
    homes: ({ id }: { id: string }, _args: unknown, context: Parameters<typeof loadHomes>[1]) => loadHomes(id, context),
    near: () => true,
    paper: ({ id }: { id: string }) => ({ person: id, controller: 'fife-works', text: 'a name' }),
    sharing: () => 'for everybody',
    unmarked: () => 'nobody thought of this',
    broken: () => { throw new HouseError('SUBGRAPH_ERROR'); },
  },
  Home: { why: onlyWith(['HOMELESSNESS_HELP'], (home: typeof HOME) => home.why) },
};
/** Resolvers of a room that forgot about sharing altogether. */
const careless = { ...careful, Person: { ...careful.Person, homes: () => [HOME] }, Home: {} };

const RULES = { Query: { notices: anyCaller, team: withRole('TEAM_LEAD'), forgotten: thePerson }, Mutation: { stop: anyWorker } };
const SCHEMAS = {
  both: guardedSchema(TYPE_DEFS, careful, RULES),
  'rules alone': guardedSchema(TYPE_DEFS, careless, RULES),
  'loaders alone': openSchema(TYPE_DEFS, careful),
};

const run = async (schema: GraphQLSchema, query: string, decided: Decided = {}): Promise<ExecutionResult> => {
  const contextValue = { decision: readDecision(claimsFor('housing', JWK, decided)), now: 0, restricted: async () => new Set<string>() };
  return execute({ schema, document: parse(query), contextValue, variableValues: { r: [{ __typename: 'Person', id: MORAG }] } });
};
const person = async (schema: GraphQLSchema, fields: string, shares?: Shares): Promise<ExecutionResult> =>
  run(schema, `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { ${fields} } } }`, { people: shares ? { [MORAG]: shares } : {} });

const answer = (value: object) => ({ data: { _entities: [value] } });

describe.each(Object.entries(SCHEMAS))('with %s', (_locks, schema) => {
  test.each<[string, Shares | undefined, object | null]>([
    ['shared is shown', { granted: ['WHERE_I_LIVE'] }, [{ area: 'Kirkcaldy', why: null }]],
    ['a stricter part needs both', { granted: ['WHERE_I_LIVE', 'HOMELESSNESS_HELP'] }, [{ area: 'Kirkcaldy', why: 'left home' }]],
    ['the stricter part alone opens nothing', { granted: ['HOMELESSNESS_HELP'] }, null],
    ['a stricter part of another controller is withheld', { granted: ['WHERE_I_LIVE'], own: ['HOMELESSNESS_HELP'] }, [{ area: 'Kirkcaldy', why: null }]],
    ['not shared is null', {}, null],
    ['not in the decision is null', undefined, null],
  ])('%s, without an error', async (_title, shares, homes) => {
    expect(await person(schema, 'homes { area why }', shares)).toEqual(answer({ homes }));
  });
});

describe('the rules', () => {
  test('a field of a person that nobody marked is refused, whatever is shared', async () => {
    const { data, errors } = await person(SCHEMAS.both, 'id unmarked', { granted: ['WHERE_I_LIVE'] });
    expect(data).toEqual({ _entities: [{ id: MORAG, unmarked: null }] });
    expect(errors?.map(({ originalError }) => originalError)).toEqual([expect.objectContaining({ code: 'FORBIDDEN' })]);
  });

  test.each<[string, string, string[], unknown]>([
    ['an argument that tells is refused without its category', 'near(place: "Perth")', ['WHERE_I_LIVE'], null],
    ['and allowed with it', 'near(place: "Perth")', ['WHERE_I_LIVE', 'CONVICTIONS'], true],
    ['without the argument the field needs its own alone', 'near', ['WHERE_I_LIVE'], true],
    ['a marked object needs its category as well as the field\'s', 'paper { text }', ['LEGAL_NAME'], null],
    ['and is shown with both', 'paper { text }', ['LEGAL_NAME', 'CONVICTIONS'], { text: 'a name' }],
    ['what is not personal needs nothing', 'sharing', [], 'for everybody'],
  ])('%s', async (_title, field, granted, expected) => {
    const name = field.split(/[ (]/)[0]!;
    expect(await person(SCHEMAS.both, field, { granted })).toEqual(answer({ [name]: expected }));
  });

  test('an error of a resolver is an error, never "nothing there"', async () => {
    const { errors } = await person(SCHEMAS.both, 'broken', { granted: ['WHERE_I_LIVE'] });
    expect(errors?.map(({ originalError }) => originalError)).toEqual([expect.objectContaining({ code: 'SUBGRAPH_ERROR' })]);
  });

  test.each(['query', 'mutation'] as const)('entities are refused to a decision for a %s', async (use) => {
    const { errors } = await run(SCHEMAS.both, 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', { use });
    expect(errors).toHaveLength(1);
  });

  test.each([
    ['{ notices { text on } }', {}, { notices: [{ text: 'open', on: '2026-11-22' }] }],
    ['{ team }', {}, { team: null }],
    ['{ team }', { caller: { ...ISLA, roles: ['TEAM_LEAD'] } }, { team: 'team' }],
    ['{ forgotten }', {}, { forgotten: null }],
    ['{ forgotten }', { caller: { kind: 'person', person: MORAG } }, { forgotten: 'forgotten' }],
    ['mutation { stop }', {}, { stop: 'stopped' }],
    ['mutation { stop }', { caller: { kind: 'person', person: MORAG } }, { stop: null }],
  ] as const)('%s to %j', async (query, decided, data) => {
    const result = await run(SCHEMAS.both, query, decided);
    expect(result.data).toEqual(data);
    expect(result.errors === undefined).toBe(Object.values(data)[0] !== null);
  });

  test('a root field without a rule stops the room', () => {
    expect(() => guardedSchema(TYPE_DEFS, careful, { Mutation: RULES.Mutation, Query: { notices: anyCaller } }))
      .toThrow(expect.objectContaining({ code: 'CONFIGURATION', message: expect.stringContaining('Query.team, Query.forgotten') }));
  });
});

async function references(...ids: unknown[]): Promise<ExecutionResult> {
  const contextValue = { decision: readDecision(claimsFor('housing', JWK)), now: 0, restricted: async () => new Set<string>() };
  const document = parse('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { id } } }');
  return execute({ schema: SCHEMAS.both, document, contextValue, variableValues: { r: ids.map((id) => ({ __typename: 'Person', id })) } });
}

describe('a person by reference', () => {
  test('is answered for any id that is well formed, known or not', async () => {
    expect(await references(MORAG, '1.BBBBBBBBBBBBBBBBBBBBBQ')).toEqual({ data: { _entities: [{ id: MORAG }, { id: '1.BBBBBBBBBBBBBBBBBBBBBQ' }] } });
  });

  test.each(['morag', '', 7, null])('%p is nobody', async (id) => {
    expect(await references(id)).toEqual({ data: { _entities: [null] } });
  });
});
