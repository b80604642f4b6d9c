import { serveRoom } from '@thegither/subgraph';
import { createCareers } from './careers.ts';

await serveRoom('careers', createCareers);
