import { readConfig } from '@thegither/service';
import { publish } from '@thegither/supergraph';
import { HouseError } from '@thegither/vocabulary';
import { z } from 'zod';
import { readSubgraphsFile } from './supergraph/subgraphsFile.ts';
import { writeWhole } from './supergraph/writeWhole.ts';

// Publishes subgraphs together: SUBGRAPHS_FILE is the list of them, SUPERGRAPH_FILE what every gateway watches. With one
// rule broken nothing is written, each breach is told, and it ends with 1.
try {
  const { SUBGRAPHS_FILE, SUPERGRAPH_FILE } = readConfig(z.object({ SUBGRAPHS_FILE: z.string(), SUPERGRAPH_FILE: z.string() }), process.env);
  const sources = readSubgraphsFile(SUBGRAPHS_FILE);
  writeWhole(SUPERGRAPH_FILE, publish(sources).supergraphSdl);
  process.stdout.write(`Published ${sources.length} subgraphs together.\n`);
} catch (error) {
  if (!(error instanceof HouseError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
