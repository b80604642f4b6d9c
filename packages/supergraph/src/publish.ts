import { HouseError } from '@thegither/vocabulary';
import { examine } from './check.ts';
import { needsOf, type Needs } from './needs.ts';
import { tell } from './refusal.ts';
import type { SubgraphSource } from './source.ts';
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
 * Publishes schemas together: reads, splits, composes and checks them. The same sources give the same supergraph,
 * letter for letter, in whatever order they come. Throws HouseError CONFIGURATION with every refusal listed: there is
 * no supergraph of which a part was refused.
 */
export function publish(sources: readonly SubgraphSource[]): Published {
  const { refusals, graph, halves, supergraphSdl } = examine(sources);
  if (refusals.length > 0 || supergraphSdl === undefined || !graph.supergraph) {
    throw new HouseError('CONFIGURATION', ['These schemas cannot be published together.', ...refusals.map(tell)].join('\n'));
  }
  const urls = new Map(sources.map((source) => [source.name, source.url]));
  return {
    supergraphSdl,
    halves: new Map(halves.map(({ name, subgraph, guarded }) => [name, { subgraph, guarded, url: urls.get(subgraph) ?? '' }])),
    ...needsOf(wholeOf([graph.supergraph])),
  };
}
