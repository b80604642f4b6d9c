import { readFileSync } from 'node:fs';
import path from 'node:path';
import { publish } from '@thegither/supergraph';
import { DOMAINS } from '@thegither/vocabulary';

/**
 * Publishes the rooms' schemas together as they stand in a checkout: the text of the supergraph. Where each room is asked
 * is for the house to say that opens it.
 * @throws HouseError CONFIGURATION with every sharing rule that one of them breaks.
 */
export const composeHouse = (checkout: string): string =>
  publish(DOMAINS.map((name) => ({ name, url: `http://${name}.invalid/`, sdl: readFileSync(path.join(checkout, 'subgraphs', name, 'schema.graphql'), 'utf8') }))).supergraphSdl;
