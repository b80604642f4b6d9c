import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composeHouse } from './composeHouse.ts';
import { printApi } from './printApi.ts';

// `npm run schema`: needs nothing that is built, for the pages are built of it.
const checkout = new URL('../../..', import.meta.url);
writeFileSync(new URL('docs/api.graphql', checkout), printApi(composeHouse(fileURLToPath(checkout))));
