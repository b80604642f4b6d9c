import { HouseError } from '@thegither/vocabulary';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createAnalyse } from './analyse/createAnalyse.ts';
import { type Half, readGraphs } from './graphs.ts';
import { createPersonInputs } from './people/personInputs.ts';
import type { Policy } from './policy.ts';
import type { Operation } from './ports.ts';
import { startRun } from './run/startRun.ts';

/** A composed supergraph: its schema, who serves each of its graphs, and what in it is personal. */
export interface SplitSupergraph extends Policy {
  readonly supergraphSdl: string;
  readonly halves: ReadonlyMap<string, Half>;
}

/** Runs operations on one supergraph. */
export interface Execution {
  /** What callers may ask. */
  readonly schema: GraphQLSchema;
  /**
   * Reads an operation and the variables it comes with. Throws HouseError BAD_OPERATION, BAD_VARIABLES, BAD_REQUEST
   * (a reserved name) or CONFIGURATION (a plan that this executor does not do); no message repeats the input.
   */
  analyse(document: DocumentNode, operationName: string | undefined, variables: Record<string, unknown>): Operation;
  /** Plans an operation before anybody asks it. Throws as `analyse` does for one that does not fit. */
  analyseAhead(document: DocumentNode, operationName: string | undefined): void;
}

/**
 * Makes the executor of a supergraph: Apollo's planner plans, and every hop of the plan is decided, pruned, grouped and
 * projected here. Throws HouseError CONFIGURATION for a supergraph that it cannot run.
 */
export function createExecution(supergraph: SplitSupergraph): Execution {
  const graphs = readGraphs(supergraph.supergraphSdl, supergraph.halves);
  const analyse = createAnalyse({ graphs, policy: supergraph, personInputs: createPersonInputs() });
  return {
    schema: graphs.apiSchema,
    analyseAhead: (document, operationName) => analyse.ahead(document, operationName),
    analyse: (document, operationName, variables) => {
      const analysed = analyse(document, operationName, variables);
      const { analysis } = analysed;
      return {
        kind: analysis.kind,
        isNew: analysed.isNew,
        fetches: analysis.fetches,
        start: (ports) => {
          const now = ports.variables === variables ? analysed : analyse(document, operationName, ports.variables);
          if (now.analysis !== analysis) throw new HouseError('INTERNAL', 'A run was begun with other variables than were analysed.');
          return startRun(analysis, now.variables, ports);
        },
      };
    },
  };
}
