import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composeHouse } from './composeHouse.ts';

// The last step of the build: a house that starts need not compose what did not change.
writeFileSync(new URL('supergraph.graphql', import.meta.url), composeHouse(fileURLToPath(new URL('../../..', import.meta.url))));
