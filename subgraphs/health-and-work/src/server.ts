import { serveRoom } from '@thegither/subgraph';
import { createHealthAndWork } from './healthAndWork.ts';

await serveRoom('health-and-work', createHealthAndWork);
