import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { unwrapResolverError } from '@apollo/server/errors';
import type { Log } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import type { GraphQLSchema } from 'graphql';
import { MAX_TOKENS, type Admitted } from './admission.ts';
import type { SubgraphContext } from './context.ts';
import { once } from './once.ts';
import type { Restricted } from './restrictions.ts';
import { isOurFault, maskError } from './maskError.ts';

/** Runs questions that were let in. */
export interface Executor {
  execute(admitted: Admitted): Promise<{ readonly status: number; readonly body: object }>;
  stop(): Promise<void>;
}

// Apollo Server's own words may repeat a question's values: what has to be known is logged where errors are masked.
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** Apollo Server over a room's schema, without introspection, and with everything off that tells anybody about a question. */
export async function createExecutor(schema: GraphQLSchema, log: Log, restricted: Restricted): Promise<Executor> {
  const server = new ApolloServer<SubgraphContext>({
    schema,
    nodeEnv: 'production',
    // An account of the vendor's in the environment is not ours, and two names in it that do not fit together must not keep us from opening.
    apollo: { key: 'none', graphRef: 'none', graphId: '', graphVariant: '' },
    introspection: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    // A value that does not fit is an answer to the gateway, which takes any other status for an outage of the room.
    status400ForVariableCoercionErrors: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    logger: quiet,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(),
    ],
    formatError(formatted, error) {
      const masked = maskError(formatted, error);
      if (isOurFault(masked)) log.error({ err: unwrapResolverError(error) }, 'a resolver failed');
      return masked;
    },
  });
  await server.start();
  return {
    async execute({ question: { query, operationName, variables }, decision, now }) {
      const { http, body } = await server.executeOperation({ query, operationName, variables }, { contextValue: { decision, now, restricted: once(async () => new Set(await restricted(decision.people, new Date(now)))) } });
      if (body.kind !== 'single') throw new HouseError('INTERNAL');
      return { status: http.status ?? 200, body: body.singleResult };
    },
    stop: () => server.stop(),
  };
}
