import { Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { HouseError } from '@thegither/vocabulary';
import type { GraphQLSchema } from 'graphql';

/** Where one graph of the supergraph is served, and which half of its subgraph it is. */
export interface Half {
  readonly subgraph: string;
  readonly guarded: boolean;
  readonly url: string;
}

/** One graph of the supergraph as a fetch meets it: its half and the schema that its answers follow. */
export interface Graph extends Half {
  readonly schema: GraphQLSchema;
}

/** A supergraph that is ready to be planned for. */
export interface Graphs {
  /** What callers see. */
  readonly api: Schema;
  readonly apiSchema: GraphQLSchema;
  /** Everything, what callers do not see included. */
  readonly whole: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly graphs: ReadonlyMap<string, Graph>;
}

/**
 * Reads a supergraph. Throws HouseError CONFIGURATION for one that cannot be read, that has a graph without an address,
 * or that uses what this executor does not do: interface objects and values from context.
 */
export function readGraphs(supergraphSdl: string, halves: ReadonlyMap<string, Half>): Graphs {
  refuseUnsupported(supergraphSdl);
  const supergraph = built(supergraphSdl);
  const graphs = new Map<string, Graph>();
  for (const { name, schema } of supergraph.subgraphs()) {
    const half = halves.get(name);
    if (!half) throw new HouseError('CONFIGURATION', `The supergraph has a graph that nobody serves: ${name}.`);
    graphs.set(name, { ...half, schema: schema.toGraphQLJSSchema() });
  }
  const api = supergraph.apiSchema();
  // Fetch texts are read and pruned field by field, so none of them may hide fields in a fragment of its own.
  const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false });
  return { api, apiSchema: api.toGraphQLJSSchema(), whole: supergraph.schema.toGraphQLJSSchema(), planner, graphs };
}

function built(supergraphSdl: string): Supergraph {
  try {
    return Supergraph.build(supergraphSdl);
  } catch (cause) {
    throw new HouseError('CONFIGURATION', 'The supergraph cannot be read.', { cause });
  }
}

const UNSUPPORTED = [
  { sign: /isInterfaceObject:\s*true/, what: 'an interface object' },
  { sign: /contextArguments:\s*\[\s*\{/, what: 'a value from context' },
];

function refuseUnsupported(supergraphSdl: string): void {
  for (const { sign, what } of UNSUPPORTED) {
    if (sign.test(supergraphSdl)) throw new HouseError('CONFIGURATION', `The supergraph uses ${what}, which this executor does not do.`);
  }
}
