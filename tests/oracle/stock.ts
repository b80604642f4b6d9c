import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { parse } from 'graphql';
import type { Made } from './generate.ts';
import { type Sample, serve, typeDefsOf } from './world.ts';

/** What an executor answered. */
export interface Answered {
  readonly data: unknown;
  readonly paths: readonly (readonly (string | number)[] | undefined)[];
}

/** Apollo's own gateway over one of the oracle's supergraphs. */
export interface Stock {
  readonly supergraphSdl: string;
  readonly schemas: ReadonlyMap<string, GraphQLSchema>;
  run(made: Made): Promise<Answered>;
  stop(): Promise<void>;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Starts it, with the subgraphs in this process and no network. */
export async function startStock(sample: Sample): Promise<Stock> {
  // Its telemetry starts with the constructor and would look for a network.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const schemas = new Map(Object.keys(sample.subgraphs).map((name) => [name, serve(sample, name)]));
  const gateway = new ApolloGateway({
    localServiceList: Object.entries(sample.subgraphs).map(([name, sdl]) => ({ name, typeDefs: typeDefsOf(sdl) })),
    buildService: ({ name }) => new LocalGraphQLDataSource(schemas.get(name)!),
    logger: silent,
  });
  let supergraphSdl = '';
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    supergraphSdl = coreSupergraphSdl;
  });
  const { executor } = await gateway.load();
  const run = async ({ query, variables }: Made): Promise<Answered> => {
    const document = parse(query);
    const context = { request: { query, variables }, document, operationName: 'Made', queryHash: query, source: query, context: {}, metrics: {}, logger: silent };
    const { data, errors } = await executor(context as never);
    return { data, paths: (errors ?? []).map((error: GraphQLError) => error.path) };
  };
  return { supergraphSdl, schemas, run, stop: async () => gateway.stop() };
}
