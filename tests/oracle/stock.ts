import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import { type ExecutionResult, type GraphQLError, type GraphQLSchema, execute, parse, print } from 'graphql';
import type { Made } from './generate/makeOperation.ts';
import { plainly } from './generate/plainly.ts';
import { type Sample, typeDefsOf } from './world/sample.ts';
import { type Changes, serve } from './world/serve.ts';

/** What a gateway answered, and what it changed. */
export interface Answered {
  readonly data: unknown;
  readonly paths: readonly (readonly (string | number)[] | undefined)[];
  readonly writes: readonly string[];
}

/** Apollo's own gateway over one of the oracle's supergraphs. */
export interface Stock {
  readonly supergraphSdl: string;
  readonly schemas: ReadonlyMap<string, GraphQLSchema>;
  run(made: Made): Promise<Answered & { readonly plan: QueryPlan }>;
  stop(): Promise<void>;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Starts it, with the subgraphs in this process and no network. What it asks them is not validated: that is its maker's part. */
export async function startStock(sample: Sample): Promise<Stock> {
  // Its telemetry starts with the constructor and would look for a network.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const schemas = new Map(Object.keys(sample.subgraphs).map((name) => [name, serve(sample, name)]));
  let plan: QueryPlan | undefined;
  let supergraphSdl = '';
  const gateway = new ApolloGateway({
    localServiceList: Object.entries(sample.subgraphs).map(([name, sdl]) => ({ name, typeDefs: typeDefsOf(sdl) })),
    buildService: ({ name }) => dataSource(schemas.get(name)!),
    experimental_didResolveQueryPlan: ({ queryPlan }) => {
      plan = queryPlan;
    },
    // Its own limit lets one operation keep the planner busy for many seconds; ours has this one.
    queryPlannerConfig: { reuseQueryFragments: false, debug: { maxEvaluatedPlans: 100, pathsLimit: 1000 } },
    logger: silent,
  });
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    supergraphSdl = coreSupergraphSdl;
  });
  const { executor } = await gateway.load();
  const run: Stock['run'] = async (made) => {
    const changes: Changes = { writes: [] };
    const document = plainly(made);
    const query = print(document);
    const context = { request: { query, variables: made.variables }, document, queryHash: query, source: query, context: changes, metrics: {}, logger: silent };
    const { data, errors } = await executor(context as never);
    return { data, paths: (errors ?? []).map((error: GraphQLError) => error.path), writes: changes.writes, plan: plan! };
  };
  return { supergraphSdl, schemas, run, stop: async () => gateway.stop() };
}

const dataSource = (schema: GraphQLSchema): GraphQLDataSource => ({
  process: async ({ request, context }) => withoutStandIns(schema, await execute({
    schema, document: parse(request.query!), variableValues: request.variables, operationName: request.operationName, contextValue: context,
  })),
});

/**
 * A known fault of the stock gateway, mended here: what a subgraph that stands in for an interface calls an entity, which
 * is the interface's name, replaces the type that is known of it, and then no fragment on that type applies any more.
 */
function withoutStandIns(schema: GraphQLSchema, answer: ExecutionResult): ExecutionResult {
  const entities = answer.data?._entities as ({ __typename?: string } | null)[] | undefined;
  for (const entity of entities ?? []) if (entity?.__typename && standsIn(schema, entity.__typename)) delete entity.__typename;
  return answer;
}

const standsIn = (schema: GraphQLSchema, name: string): boolean => schema.getType(name)?.astNode?.directives?.some((each) => each.name.value === 'interfaceObject') ?? false;
