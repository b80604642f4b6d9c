import { ApolloServer, type HTTPGraphQLResponse, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ERRORS, HouseError, type Purpose } from '@thegither/vocabulary';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { answer } from './answer.ts';
import type { Corridor } from './corridor.ts';
import { formatError } from './formatError.ts';
import { readOperationName } from './question.ts';
import { statusByCode } from './statusByCode.ts';

/** What belongs to one HTTP request on its way through Apollo Server. */
interface Visit {
  readonly request: string;
  readonly authorization: string | undefined;
  readonly purpose: Purpose | undefined;
  /** Set by the corridor: until when the answer may be written. Kept one level down, because Apollo Server gives the corridor a copy of the visit, and what is set on a copy is lost. */
  readonly limit: { deadline?: number };
}

/** A GraphQL request as the door read it. */
export interface GraphqlRequest extends Omit<Visit, 'limit'> {
  readonly body: unknown;
}

/** GraphQL over HTTP without the socket. */
export interface Graphql {
  execute(request: GraphqlRequest): Promise<{ response: HTTPGraphQLResponse; deadline: number | undefined }>;
  stop(): Promise<void>;
}

/** Apollo Server parses, validates and formats; the corridor is plugged in as its gateway and does the rest. */
export async function serveGraphql(corridor: Corridor, supergraphSdl: string): Promise<Graphql> {
  const { schema } = corridor.execution;
  const loaded: ((context: { apiSchema: typeof schema; coreSupergraphSdl: string }) => void)[] = [];
  const server = new ApolloServer<Visit>({
    gateway: {
      onSchemaLoadOrUpdate(callback) {
        loaded.push(callback);
        return () => undefined;
      },
      async load() {
        for (const callback of loaded) callback({ apiSchema: schema, coreSupergraphSdl: supergraphSdl });
        return {
          executor: async ({ context, document, request, queryHash }) => {
            const visit = context as Visit;
            try {
              const { deadline, errors, ...rest } = await answer({
                request: visit.request, authorization: visit.authorization, purpose: visit.purpose,
                document, operationName: readOperationName(request.operationName), variables: request.variables ?? {}, hash: queryHash,
              }, corridor);
              visit.limit.deadline = deadline;
              return { ...rest, ...(errors.length > 0 ? { errors: errors.map(asGraphQLError) } : {}) };
            } catch (cause) {
              return { errors: [asRefusal(cause, corridor)] };
            }
          },
        };
      },
      async stop() {},
    },
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    formatError,
    logger: { debug() {}, info() {}, warn: () => corridor.log.warn({}, 'Apollo Server warned'), error: () => corridor.log.error({}, 'Apollo Server reported an error') },
    // Nothing about anybody's questions goes to the vendor, whatever the environment says.
    plugins: [
      ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginSchemaReportingDisabled(), ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), statusByCode,
    ],
  });
  await server.start();
  return {
    async execute({ body, ...visit }) {
      const context: Visit = { ...visit, limit: {} };
      const response = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers: new HeaderMap([['content-type', 'application/json']]), search: '', body },
        context: async () => context,
      });
      return { response, deadline: context.limit.deadline };
    },
    stop: () => server.stop(),
  };
}

const asGraphQLError = ({ message, path, extensions }: GraphQLFormattedError): GraphQLError => new GraphQLError(message, { path, extensions });

/** Nothing is told when the corridor threw: only a code, and never the cause. */
function asRefusal(cause: unknown, { log }: Corridor): GraphQLError {
  const error = cause instanceof HouseError ? cause : new HouseError('INTERNAL', undefined, { cause });
  if (ERRORS[error.code].status >= 500) log.error({ err: error, code: error.code }, 'a question was not answered');
  return new GraphQLError(error.message, { extensions: { code: error.code } });
}
