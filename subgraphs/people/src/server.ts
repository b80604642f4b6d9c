import { serveRoom } from '@thegither/subgraph';
import { createPeople } from './people.ts';

await serveRoom('people', createPeople);
