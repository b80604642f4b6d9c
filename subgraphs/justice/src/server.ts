import { serveRoom } from '@thegither/subgraph';
import { createJustice } from './justice.ts';

await serveRoom('justice', createJustice);
