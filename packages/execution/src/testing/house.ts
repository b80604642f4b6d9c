import { buildSubgraphSchema } from '@apollo/subgraph';
import { type Ceiling, EVERYTHING, NOTHING, maskOf } from '@thegither/consent';
import { HouseError, type PersonId, type SpineId } from '@thegither/vocabulary';
import { type GraphQLSchema, graphql, parse } from 'graphql';
import { createExecution } from '../execution.ts';
import type { Answer, Decided, Operation, Run, SubgraphAnswer, SubgraphRequest } from '../ports.ts';
import { idOf, identifiers } from './identifiers.ts';
import { type SubgraphName, published, sdlOf } from './schemas.ts';

/** The execution of the small house. */
export const execution = createExecution(published);

/** The n-th person. */
export const person = (n: number): SpineId => n.toString(16).padStart(32, 'f') as SpineId;

/** What somebody shares, by the names of categories. */
export const sharing = (...categories: string[]): Decided => ({ known: true, addressable: true, granted: maskOf(...categories), own: NOTHING });

/** Somebody about whom nothing may be told. */
export const UNKNOWN: Decided = { known: false, addressable: false, granted: NOTHING, own: NOTHING };

/** Somebody whom a mutation may name, and about whom nothing may be told. */
export const PENDING: Decided = { ...UNKNOWN, addressable: true };

/** What a resolver of the small house is told. */
type Resolvers = Record<string, Record<string, unknown>>;

const HOMES = [{ area: 'Leith', tenure: 'COUNCIL', since: 2019, note: null }, { area: null, tenure: 'OWNED', since: null, note: { by: 'x' } }];
const keyOnly = { __resolveReference: async (representation: object) => representation };

const RESOLVERS: Record<SubgraphName, Resolvers> = {
  consent: {
    Query: {
      person: (_: unknown, { id }: { id: string }) => ({ id }),
      people: (_: unknown, { ids }: { ids: string[] }) => ids.map((id) => ({ id })),
      me: () => ({ id: idOf('consent', person(1)) }),
      caseload: (_: unknown, { first }: { first: number }) =>
        ({ edges: Array.from({ length: first }, (_each, i) => ({ cursor: `c${i}`, person: { id: idOf('consent', person(i + 1)) } })) }),
      search: () => [{ __typename: 'Person', id: idOf('consent', person(1)) }, null, { __typename: 'Office', id: 'o1', name: 'Leith office' }],
      companion: (_: unknown, { of }: { of: { person?: string; next?: { person: string } } }) => ({ id: of.next?.person ?? of.person }),
    },
    Mutation: {
      giveGrant: (_: unknown, { input }: { input: { person: string } }) => ({ person: { id: input.person }, eventId: 'e1', at: 'now' }),
      exclude: (_: unknown, { input }: { input: { person: string } }) => ({ person: { id: input.person }, eventId: 'e2', at: 'now' }),
    },
    Person: { ...keyOnly, sharing: () => [{ category: 'SKILLS' }], household: () => ({ members: [idOf('consent', person(7)), idOf('consent', person(8))] }) },
    Office: keyOnly,
  },
  housing: { Mutation: { offerHome: () => ({ eventId: 'e3', at: 'now' }) }, Person: { ...keyOnly, homes: () => HOMES, rent: () => ({ standing: 'UP_TO_DATE' }), near: () => true } },
  justice: { Person: { ...keyOnly, orders: () => [{ hours: 40, treatment: ['DRUG'] }, { hours: null, treatment: null }] }, Office: { ...keyOnly, desks: () => 4 } },
};

const schemas = new Map(Object.entries(RESOLVERS).map(([name, resolvers]): [string, GraphQLSchema] =>
  [name, buildSubgraphSchema({ typeDefs: parse(sdlOf(name as SubgraphName)), resolvers: resolvers as never })]));

/** How a subgraph of a test answers: as it should, given what it should say. */
export type Reply = (asked: SubgraphRequest, honest: () => Promise<SubgraphAnswer>) => Promise<SubgraphAnswer>;

/** What a test changes in the small house. */
export interface Changes {
  /** What each person shares; somebody who is not here is unknown. */
  readonly people?: ReadonlyMap<SpineId, Decided>;
  readonly replies?: Partial<Record<SubgraphName, Reply>>;
  readonly words?: Partial<Ceiling['words']>;
  readonly decide?: (people: readonly SpineId[]) => Promise<void>;
}

/** The small house, as one request sees it, and what it did. */
export interface House {
  /** What each person shares now. */
  readonly people: Map<SpineId, Decided>;
  /** Every question to a subgraph, in order. */
  readonly asked: SubgraphRequest[];
  /** Every question to the decision service, in order. */
  readonly decided: (readonly SpineId[])[];
  analyse(query: string, variables?: Record<string, unknown>): Operation;
  start(query: string, variables?: Record<string, unknown>): Run;
  /** Runs an operation to its answer. */
  answer(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The questions to one subgraph of one use. */
  askedOf(subgraph: SubgraphName): SubgraphRequest[];
}

/** The audience of the tests' caller. */
export const CLIENT = 'agency:test';

/** Who the caller means by the n-th person. */
export const clientId = (n: number): PersonId => idOf(CLIENT, person(n));

const analyse = (query: string, variables: Record<string, unknown> = {}): Operation => execution.analyse(parse(query), undefined, variables);

/** Opens the small house for one request. */
export function openHouse(changes: Changes = {}): House {
  const people = new Map(changes.people);
  const asked: SubgraphRequest[] = [];
  const decided: (readonly SpineId[])[] = [];
  const known = new Set<SpineId>();
  const decide = async (who: readonly SpineId[]): Promise<void> => {
    decided.push(who);
    await changes.decide?.(who);
    for (const each of who) known.add(each);
  };
  const transport = async (request: SubgraphRequest): Promise<SubgraphAnswer> => {
    asked.push(request);
    const name = request.subgraph as SubgraphName;
    const honest = async () => throughJson(await graphql({
      schema: schemas.get(name)!, source: request.query, variableValues: throughJson(request.variables), operationName: request.operationName,
    }));
    return changes.replies?.[name]?.(request, honest) ?? honest();
  };
  const start = (query: string, variables: Record<string, unknown> = {}) => analyse(query, variables).start({
    variables, identifiers, clientAudience: CLIENT, transport,
    decisions: { decide, of: (each) => (known.has(each) ? (people.get(each) ?? UNKNOWN) : undefined) },
    words: () => ({ NO_PURPOSE: NOTHING, OUTSIDE_AGREEMENT: NOTHING, ROLE_LIMIT: NOTHING, ...changes.words }),
  });
  const answer = async (query: string, variables?: Record<string, unknown>) => {
    const run = start(query, variables);
    await run.fetch();
    return run.answer();
  };
  return { people, asked, decided, analyse, start, answer, askedOf: (subgraph) => asked.filter((each) => each.subgraph === subgraph) };
}

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** A subgraph that does not answer. */
export const down: Reply = async () => {
  throw new HouseError('SUBGRAPH_UNAVAILABLE');
};

/** People by their number, all sharing the same. */
export const everybody = (count: number, shares: (n: number) => Decided): Map<SpineId, Decided> =>
  new Map(Array.from({ length: count }, (_, i) => [person(i + 1), shares(i + 1)]));

/** Somebody who shares everything. */
export const OPEN_BOOK: Decided = { known: true, addressable: true, granted: EVERYTHING, own: NOTHING };

