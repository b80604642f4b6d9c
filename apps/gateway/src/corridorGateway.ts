import { HeaderMap } from '@apollo/server';
import { ERRORS, HouseError, type Purpose } from '@thegither/vocabulary';
import { GraphQLError, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { answer } from './answer.ts';
import type { Corridor, Shared } from './corridor.ts';
import { readOperationName } from './question.ts';
import { RateLimited } from './rates/rateLimits.ts';
import { createRecent } from './recent.ts';
import type { Served } from './served.ts';
import type { Outcome } from './watch/noteOutcome.ts';

/** What belongs to one HTTP request on its way through Apollo Server. */
export interface Visit {
  readonly request: string;
  readonly authorization: string | undefined;
  readonly purpose: Purpose | undefined;
  /** See Question. */
  readonly since?: boolean | undefined;
  /** The body, as it was admitted. */
  readonly body: object;
  /** By which supergraph's limits. */
  readonly admittedTo: Served;
  /** Set by the corridor: until when the answer may be written. Kept one level down, because Apollo Server gives the corridor a copy of the visit, and what is set on a copy is lost. */
  readonly limit: Outcome & { deadline?: number };
}

/** What the corridor takes of a request that Apollo Server has parsed and validated. */
interface Validated {
  readonly context: unknown;
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly queryHash: string;
  readonly request: { readonly operationName?: string | undefined; readonly variables?: Record<string, unknown> | undefined };
}

type Loaded = (context: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void;

/** Letters of the operations that are planned again when another supergraph is served. */
const WARM_LETTERS = 128 * 1024;

/**
 * The corridor as Apollo Server's gateway, over one supergraph after the other. A question is answered to its end by the
 * supergraph that it was validated against, also when another is served meanwhile.
 */
export function corridorGateway(shared: Shared, first: Served) {
  const loaded = new Set<Loaded>();
  const corridors = new WeakMap<GraphQLSchema, { served: Served; corridor: Corridor }>();
  const asked = createRecent<{ readonly document: DocumentNode; readonly operationName: string | undefined }>(WARM_LETTERS);
  let current = first;

  const open = (served: Served): void => {
    const { execution, described } = served;
    corridors.set(execution.schema, { served, corridor: { ...shared, execution, described } });
    current = served;
    for (const load of loaded) load({ apiSchema: execution.schema, coreSupergraphSdl: served.supergraphSdl });
  };

  async function run({ context, schema, document, queryHash, request }: Validated) {
    const visit = context as Visit;
    const { served, corridor } = corridors.get(schema)!;
    try {
      // Another one came between admission and validation.
      if (served !== visit.admittedTo) served.admit(visit.body);
      const operationName = readOperationName(request.operationName);
      const { deadline, errors, ...rest } = await answer({
        request: visit.request, authorization: visit.authorization, purpose: visit.purpose, since: visit.since,
        document, operationName, variables: request.variables ?? {}, hash: queryHash,
      }, corridor);
      visit.limit.deadline = deadline;
      asked.set(`${queryHash} ${operationName ?? ''}`, { document, operationName }, document.loc?.end ?? 1);
      return { ...rest, ...(errors.length > 0 ? { errors: errors.map(asGraphQLError) } : {}) };
    } catch (cause) {
      return { errors: [asRefusal(cause, corridor)] };
    }
  }

  return {
    gateway: {
      onSchemaLoadOrUpdate(callback: Loaded) {
        loaded.add(callback);
        return () => void loaded.delete(callback);
      },
      async load() {
        open(first);
        return { executor: run };
      },
      async stop() {},
    },
    /** What a question that comes now is asked of. */
    current: () => current,
    /** Serves another supergraph from now on, once what was asked lately is planned for it. */
    async serve(next: Served) {
      await planAhead(next, asked.values());
      open(next);
    },
  };
}

/** One after the other, with room for everything else between them. What does not fit any more is left out: nobody can ask it. */
async function planAhead({ execution }: Served, asked: readonly { readonly document: DocumentNode; readonly operationName: string | undefined }[]): Promise<void> {
  for (const { document, operationName } of asked) {
    await new Promise((resolve) => setImmediate(resolve));
    try {
      execution.analyseAhead(document, operationName);
    } catch (error) {
      if (!(error instanceof HouseError)) throw error;
    }
  }
}

const asGraphQLError = ({ message, path, extensions }: GraphQLFormattedError): GraphQLError => new GraphQLError(message, { path, extensions });

/** Nothing is told when the corridor threw: only a code, and never the cause. */
function asRefusal(cause: unknown, { log }: Corridor): GraphQLError {
  const error = cause instanceof HouseError ? cause : new HouseError('INTERNAL', undefined, { cause });
  if (ERRORS[error.code].status >= 500) log.error({ err: error, code: error.code }, 'a question was not answered');
  const http = error instanceof RateLimited ? { http: { headers: new HeaderMap([['retry-after', String(error.retryAfterSeconds)]]) } } : {};
  return new GraphQLError(error.message, { extensions: { code: error.code, ...http } });
}
