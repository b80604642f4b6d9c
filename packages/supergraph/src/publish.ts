import { HouseError } from '@thegither/vocabulary';
import { examine } from './check.ts';
import { readPublished, type Published } from './published.ts';
import { tell } from './refusal.ts';
import type { SubgraphSource } from './source.ts';

/**
 * Publishes schemas together: reads, splits, composes and checks them. The same sources give the same supergraph,
 * letter for letter, in whatever order they come. Throws HouseError CONFIGURATION with every refusal listed: there is
 * no supergraph of which a part was refused.
 */
export function publish(sources: readonly SubgraphSource[]): Published {
  const { refusals, supergraphSdl } = examine(sources);
  if (refusals.length > 0 || supergraphSdl === undefined) {
    throw new HouseError('CONFIGURATION', ['These schemas cannot be published together.', ...refusals.map(tell)].join('\n'));
  }
  return readPublished(supergraphSdl);
}
