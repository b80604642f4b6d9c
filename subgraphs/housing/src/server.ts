import { serveRoom } from '@thegither/subgraph';
import { createHousing } from './housing.ts';

await serveRoom('housing', createHousing);
