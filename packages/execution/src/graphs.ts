import { Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { HouseError } from '@thegither/vocabulary';
import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { type PlannersNames, readPlannersNames } from './analyse/treeKeys.ts';
import { mayBePerson } from './people/person.ts';

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
  readonly plannersNames: PlannersNames;
  /** Interfaces for which a graph stands in: the name of one may stand in an answer in place of an object's. */
  readonly stoodInFor: ReadonlySet<string>;
  readonly graphs: ReadonlyMap<string, Graph>;
}

/**
 * Reads a supergraph. Throws HouseError CONFIGURATION for one that cannot be read, that has a graph without an address,
 * that has an interface object over Person, or that uses what this executor does not do: values from context.
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
  const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false, debug: PLANNING });
  const whole = supergraph.schema.toGraphQLJSSchema();
  return {
    api, apiSchema: api.toGraphQLJSSchema(), whole, planner, graphs, plannersNames: readPlannersNames(whole, supergraphSdl), stoodInFor: readStoodInFor(whole, graphs),
  };
}

function readStoodInFor(whole: GraphQLSchema, graphs: ReadonlyMap<string, Graph>): Set<string> {
  const names = new Set<string>();
  for (const type of Object.values(whole.getTypeMap())) {
    if (!isInterfaceType(type) || ![...graphs.values()].some(({ schema }) => isObjectType(schema.getType(type.name)))) continue;
    if (mayBePerson(whole, type)) throw new HouseError('CONFIGURATION', 'The supergraph has an interface object that people stand behind.');
    names.add(type.name);
  }
  return names;
}

/**
 * How long the planner may look for a better plan. With its own limits one operation of forty fields over interfaces
 * keeps it busy for a quarter of a minute, or until there is no memory left; with these the plans are as good, to a
 * fetch in a hundred.
 */
const PLANNING = { maxEvaluatedPlans: 100, pathsLimit: 1000 };

function built(supergraphSdl: string): Supergraph {
  try {
    return Supergraph.build(supergraphSdl);
  } catch (cause) {
    throw new HouseError('CONFIGURATION', 'The supergraph cannot be read.', { cause });
  }
}

function refuseUnsupported(supergraphSdl: string): void {
  if (/contextArguments:\s*\[\s*\{/.test(supergraphSdl)) throw new HouseError('CONFIGURATION', 'The supergraph uses a value from context, which this executor does not do.');
}
