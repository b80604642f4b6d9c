import { buildSubgraphSchema } from '@apollo/subgraph';
import { NOTHING } from '@thegither/consent';
import { publish } from '@thegither/supergraph';
import { HouseError, type SpineId } from '@thegither/vocabulary';
import { type GraphQLSchema, graphql, parse } from 'graphql';
import { createExecution } from '../execution.ts';
import type { Answer, Decided, Run, SubgraphAnswer, SubgraphRequest } from '../ports.ts';
import { CLIENT, UNKNOWN, person } from './house.ts';
import { idOf, identifiers } from './identifiers.ts';
import { describedWith } from './schemas.ts';

/*
 * A house in which the planner has to rewrite: works of art behind an interface, whose owners are people. `owners` and
 * `stars` are stricter of a film than of a song, so that the planner keeps them apart; `ratings` knows works by their
 * interface; and `streets` stands in for the interface of places.
 */
const SCHEMAS = {
  consent: `
    scalar PersonId
    type Query { me: Person works: [Work] best: Work! }
    interface Work { id: ID! }
    type Film implements Work @key(fields: "id") { id: ID! owners: [Person]! maker: Person }
    type Song implements Work @key(fields: "id") { id: ID! owners: [Person] maker: Person }
    type Person @key(fields: "id") {
      id: ID!
      sharing: [CategorySharing!] @notPersonal(because: "the same for every record")
    }
    type CategorySharing @notPersonal(because: "the same for every record") { category: String! }
  `,
  gallery: `
    interface Work { title: String owners: [Person] maker: Person stars: Int }
    type Film implements Work @key(fields: "id") { id: ID! title: String stars: Int! owners: [Person]! @external maker: Person @external }
    type Song implements Work @key(fields: "id") { id: ID! title: String stars: Int owners: [Person] @external maker: Person @external }
    type Person @key(fields: "id", resolvable: false) { id: ID! }
    type Query { places: [Place] }
    interface Place @key(fields: "id") { id: ID! name: String }
    type Hall implements Place @key(fields: "id") { id: ID! name: String seats: Int }
    type Park implements Place @key(fields: "id") { id: ID! name: String }
  `,
  ratings: `
    interface Work @key(fields: "id") { id: ID! rank: Int }
    type Film implements Work @key(fields: "id") { id: ID! rank: Int }
    type Song implements Work @key(fields: "id") { id: ID! rank: Int }
  `,
  streets: `
    type Query { mapped: [Place] }
    type Place @key(fields: "id") @interfaceObject { id: ID! street: String }
  `,
  housing: `
    type Person @key(fields: "id") { id: ID! homes: [Home!] @personal(category: "WHERE_I_LIVE") rent: Rent @personal(category: "HOUSING_MONEY") }
    type Home { area: String }
    type Rent { standing: String }
  `,
} as const;

/** The subgraphs of that house. */
export type WorksSubgraph = keyof typeof SCHEMAS;

const sdlOf = (name: WorksSubgraph): string => describedWith(['@key', '@shareable', '@composeDirective', '@external', '@interfaceObject'], SCHEMAS[name]);

/** That house, composed and split. */
export const publishedWorks = publish((Object.keys(SCHEMAS) as WorksSubgraph[]).map((name) => ({ name, url: `http://${name}.invalid/`, sdl: sdlOf(name) })));

/** Its execution. */
export const worksExecution = createExecution(publishedWorks);

const WORKS = [{ __typename: 'Film', id: 'w1' }, { __typename: 'Song', id: 'w2' }, { __typename: 'Song', id: 'w3' }];
const PLACES = [{ __typename: 'Hall', id: 'p1' }, { __typename: 'Park', id: 'p2' }];
const owner = (n: number) => ({ id: idOf('consent', person(n)) });
const OWNERS: Record<string, unknown> = { w1: [owner(1), null], w2: [owner(2), owner(1)], w3: null };
const work = ({ id }: { id: string }) => WORKS.find((each) => each.id === id) ?? null;
const held = { __resolveReference: async (sent: { id: string }) => work(sent) };
const typed = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const owned = { ...held, owners: ({ id }: { id: string }) => OWNERS[id], maker: () => owner(3) };
const shown = { ...held, title: ({ id }: { id: string }) => `title of ${id}`, stars: ({ id }: { id: string }) => (id === 'w3' ? null : 4) };
const ranked = { ...held, rank: ({ id }: { id: string }) => Number(id.slice(1)) };

const RESOLVERS: Record<WorksSubgraph, object> = {
  consent: {
    Query: { me: () => owner(1), works: () => WORKS, best: () => WORKS[1] },
    Work: typed, Film: owned, Song: owned,
    Person: { __resolveReference: async (sent: object) => sent, sharing: () => [{ category: 'SKILLS' }] },
  },
  gallery: {
    Query: { places: () => PLACES },
    Work: typed, Film: shown, Song: shown, Place: { ...typed, __resolveReference: async ({ id }: { id: string }) => PLACES.find((each) => each.id === id) ?? null },
    Hall: { name: () => 'Town hall', seats: () => 400 }, Park: { name: () => null },
  },
  ratings: { Work: { ...typed, ...held }, Film: ranked, Song: ranked },
  streets: { Query: { mapped: () => PLACES.map(({ id }) => ({ id })) }, Place: { __resolveReference: async (sent: object) => sent, street: ({ id }: { id: string }) => `street of ${id}` } },
  housing: { Person: { __resolveReference: async (sent: object) => sent, homes: () => [{ area: 'Leith' }], rent: () => ({ standing: 'UP_TO_DATE' }) } },
};

const schemas = new Map(Object.entries(RESOLVERS).map(([name, resolvers]): [string, GraphQLSchema] =>
  [name, buildSubgraphSchema({ typeDefs: parse(sdlOf(name as WorksSubgraph)), resolvers: resolvers as never })]));

/** How a subgraph of a test answers: as it should, given what it should say. */
type Change = (answer: SubgraphAnswer, asked: SubgraphRequest) => SubgraphAnswer;

/** One request to that house, and what it asked. */
export interface WorksHouse {
  readonly people: Map<SpineId, Decided>;
  readonly asked: SubgraphRequest[];
  start(query: string): Run;
  answer(query: string): Promise<Answer>;
  askedOf(subgraph: WorksSubgraph): string[];
}

/** Opens it for one request. Somebody who is not among the people is unknown. */
export function openWorks(people: ReadonlyMap<SpineId, Decided>, changes: Partial<Record<WorksSubgraph, Change>> = {}): WorksHouse {
  const house = new Map(people);
  const asked: SubgraphRequest[] = [];
  const known = new Set<SpineId>();
  const transport = async (request: SubgraphRequest): Promise<SubgraphAnswer> => {
    asked.push(request);
    const schema = schemas.get(request.subgraph);
    if (!schema) throw new HouseError('SUBGRAPH_UNAVAILABLE');
    const honest = throughJson(await graphql({ schema, source: request.query, variableValues: throughJson(request.variables), operationName: request.operationName })) as SubgraphAnswer;
    return changes[request.subgraph as WorksSubgraph]?.(honest, request) ?? honest;
  };
  const start = (query: string): Run => worksExecution.analyse(parse(query), undefined, {}).start({
    variables: {}, identifiers, clientAudience: CLIENT, transport,
    decisions: { decide: async (who) => who.forEach((each) => known.add(each)), of: (each) => (known.has(each) ? (house.get(each) ?? UNKNOWN) : undefined) },
    words: () => ({ NO_PURPOSE: NOTHING, OUTSIDE_AGREEMENT: NOTHING, ROLE_LIMIT: NOTHING }),
  });
  const answer = async (query: string): Promise<Answer> => {
    const run = start(query);
    await run.fetch();
    return run.answer();
  };
  return { people: house, asked, start, answer, askedOf: (subgraph) => asked.filter((each) => each.subgraph === subgraph).map(({ query }) => query) };
}

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
