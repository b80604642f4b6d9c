import { ApolloServer, type HTTPGraphQLResponse, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { DocumentNode } from 'graphql';
import type { Shared } from './corridor.ts';
import { corridorGateway, type Visit } from './corridorGateway.ts';
import { evenly } from './evenly.ts';
import { formatError } from './formatError.ts';
import { createRecent } from './recent.ts';
import type { Served } from './served.ts';
import { statusByCode } from './statusByCode.ts';
import { noteOutcome, type Outcome } from './watch/noteOutcome.ts';
import { writeAnswer } from './writeAnswer.ts';

/** A GraphQL request as the door read it. */
export interface GraphqlRequest extends Omit<Visit, 'limit' | 'admittedTo'> {
  readonly body: object;
}

/** GraphQL over HTTP without the socket. */
export interface Graphql {
  /** Throws BAD_REQUEST for a question that is over a limit, before anything is done with it. */
  execute(request: GraphqlRequest): Promise<{ response: HTTPGraphQLResponse; deadline: number | undefined; outcome: Outcome }>;
  /** Serves another supergraph from now on; what was asked before is answered by the one it began with. */
  serve(next: Served): Promise<void>;
  stop(): Promise<void>;
}

/** Letters of the texts whose documents are kept, parsed and validated: about sixty bytes of memory each. */
const DOCUMENT_LETTERS = 512 * 1024;

/** Apollo Server parses, validates and formats; the corridor is plugged in as its gateway and does the rest. */
export async function serveGraphql(shared: Shared, first: Served): Promise<Graphql> {
  const house = corridorGateway(shared, first);
  const documents = createRecent<DocumentNode>(DOCUMENT_LETTERS);
  const server = new ApolloServer<Visit>({
    gateway: house.gateway,
    // An account of the vendor's in the environment is not ours, and two names in it that do not fit together must not keep us from opening.
    apollo: { key: 'none', graphRef: 'none', graphId: '', graphVariant: '' },
    documentStore: {
      get: async (key) => documents.get(key),
      set: async (key, document) => documents.set(key, document, document.loc?.end ?? 1),
      delete: async (key) => documents.delete(key),
    },
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    formatError,
    stringifyResult: writeAnswer,
    logger: { debug() {}, info() {}, warn: () => shared.log.warn({}, 'Apollo Server warned'), error: () => shared.log.error({}, 'Apollo Server reported an error') },
    // Nothing about anybody's questions goes to the vendor, whatever the environment says.
    plugins: [
      ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginSchemaReportingDisabled(), ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), statusByCode, noteOutcome<Visit>(({ limit }) => limit),
    ],
  });
  await server.start();
  return {
    execute: (request) => shared.tracing.step('question', async (tell) => {
      const begun = performance.now();
      const admittedTo = house.current();
      admittedTo.admit(request.body);
      const context: Visit = { ...request, admittedTo, limit: {} };
      const response = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers: new HeaderMap([['content-type', 'application/json']]), search: '', body: request.body },
        context: async () => context,
      });
      const { deadline, ...outcome } = context.limit;
      if (outcome.code === 'UNKNOWN_PERSON') await evenly(begun);
      tell(outcome);
      return { response, deadline, outcome };
    }),
    serve: (next) => house.serve(next),
    stop: () => server.stop(),
  };
}
