import { serveRoom } from '@thegither/subgraph';
import { createEmployability } from './employability.ts';

await serveRoom('employability', createEmployability);
