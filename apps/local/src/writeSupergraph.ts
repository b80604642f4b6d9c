import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composeHouse } from './composeHouse.ts';
import { printApi } from './printApi.ts';

// The last step of the build: a house that starts need not compose what did not change, and `npm run schema` copies the rest.
const supergraphSdl = composeHouse(fileURLToPath(new URL('../../..', import.meta.url)));
writeFileSync(new URL('supergraph.graphql', import.meta.url), supergraphSdl);
writeFileSync(new URL('api.graphql', import.meta.url), printApi(supergraphSdl));
