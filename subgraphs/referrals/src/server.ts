import { serveRoom } from '@thegither/subgraph';
import { createReferrals } from './referrals.ts';

await serveRoom('referrals', createReferrals);
