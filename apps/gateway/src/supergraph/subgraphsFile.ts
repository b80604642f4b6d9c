import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SubgraphSource } from '@thegither/supergraph';
import { HouseError } from '@thegither/vocabulary';
import { z } from 'zod';

const LISTED = z.array(z.object({ name: z.string(), url: z.url(), schema: z.string() }));

/**
 * Reads the list of subgraphs that are published together: `[{ "name": "housing", "url": "http://housing:4001/",
 * "schema": "housing.graphql" }]`, schema files beside it. Throws CONFIGURATION for a list that cannot be read or a
 * schema that is not there.
 */
export function readSubgraphsFile(file: string): SubgraphSource[] {
  try {
    return LISTED.parse(JSON.parse(readFileSync(file, 'utf8')))
      .map(({ name, url, schema }) => ({ name, url, sdl: readFileSync(path.resolve(path.dirname(file), schema), 'utf8') }));
  } catch (cause) {
    throw new HouseError('CONFIGURATION', 'The list of subgraphs, or one of the schemas that it names, cannot be read.', { cause });
  }
}
