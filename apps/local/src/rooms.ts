import { createCareers, seedCareers } from '@thegither/careers';
import { createEmployability, seedEmployability } from '@thegither/employability';
import { createHealthAndWork, seedHealthAndWork } from '@thegither/health-and-work';
import { createHousing, seedHousing } from '@thegither/housing';
import { createJustice, seedJustice } from '@thegither/justice';
import { createPeople, seedPeople } from '@thegither/people';
import { createReferrals, seedReferrals } from '@thegither/referrals';

/** The rooms with a database of their own: how each is made, and how the demo people's rows come into it. The consent room, which reads the ledger, stands apart. */
export const ROOMS = [
  { name: 'people', create: createPeople, seed: seedPeople },
  { name: 'employability', create: createEmployability, seed: seedEmployability },
  { name: 'health-and-work', create: createHealthAndWork, seed: seedHealthAndWork },
  { name: 'justice', create: createJustice, seed: seedJustice },
  { name: 'housing', create: createHousing, seed: seedHousing },
  { name: 'careers', create: createCareers, seed: seedCareers },
  { name: 'referrals', create: createReferrals, seed: seedReferrals },
] as const;
