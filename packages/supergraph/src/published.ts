import { GraphQLError } from 'graphql';
import { HouseError } from '@thegither/vocabulary';
import { readSupergraph, type ComposedReading } from './join.ts';
import { needsOf, type Needs } from './needs.ts';
import { GUARDED } from './split.ts';
import { wholeOf } from './whole.ts';

/** Where one graph of the supergraph is asked. */
export interface PublishedHalf {
  /** The subgraph, as its owner calls it: also the audience of its decisions and identifiers. */
  readonly subgraph: string;
  /** Is this the half with what is personal? */
  readonly guarded: boolean;
  readonly url: string;
}

/** A supergraph that every rule was held against. */
export interface Published extends Needs {
  readonly supergraphSdl: string;
  /** By the graph's name in the supergraph: "housing" (open) or "housing__guarded". */
  readonly halves: ReadonlyMap<string, PublishedHalf>;
}

/**
 * Reads the text of a supergraph that `publish` made, as a gateway does that composes nothing itself. Nothing is checked
 * again: `holdPublished` does. Each subgraph is asked where it was composed to be, or where `urlOf` says. Throws
 * HouseError CONFIGURATION for what is no schema.
 */
export function readPublished(supergraphSdl: string, urlOf?: (subgraph: string) => string): Published {
  const supergraph = readable(supergraphSdl);
  const halves = [...supergraph.graphs].map(([name, composed]): [string, PublishedHalf] => {
    const guarded = name.endsWith(GUARDED);
    const subgraph = guarded ? name.slice(0, -GUARDED.length) : name;
    return [name, { subgraph, guarded, url: urlOf?.(subgraph) ?? composed }];
  });
  return { supergraphSdl, halves: new Map(halves), ...needsOf(wholeOf([supergraph])) };
}

function readable(supergraphSdl: string): ComposedReading {
  try {
    return readSupergraph(supergraphSdl);
  } catch (cause) {
    if (!(cause instanceof GraphQLError)) throw cause;
    throw new HouseError('CONFIGURATION', 'The supergraph cannot be read.', { cause });
  }
}
