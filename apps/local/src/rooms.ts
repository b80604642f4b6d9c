import { createCareers, careersRows, seedCareers } from '@thegither/careers';
import { createEmployability, employabilityRows, seedEmployability } from '@thegither/employability';
import { createHealthAndWork, healthAndWorkRows, seedHealthAndWork } from '@thegither/health-and-work';
import { createHousing, housingRows, seedHousing } from '@thegither/housing';
import { createJustice, justiceRows, seedJustice } from '@thegither/justice';
import { createPeople, peopleRows, seedPeople } from '@thegither/people';
import { createReferrals, referralRows, seedReferrals } from '@thegither/referrals';

/** The rooms with a database of their own: how each is made, how the demo people's rows come into it, and which rows anybody's records are. The consent room, which reads the ledger, stands apart. */
export const ROOMS = [
  { name: 'people', create: createPeople, seed: seedPeople, rows: peopleRows },
  { name: 'employability', create: createEmployability, seed: seedEmployability, rows: employabilityRows },
  { name: 'health-and-work', create: createHealthAndWork, seed: seedHealthAndWork, rows: healthAndWorkRows },
  { name: 'justice', create: createJustice, seed: seedJustice, rows: justiceRows },
  { name: 'housing', create: createHousing, seed: seedHousing, rows: housingRows },
  { name: 'careers', create: createCareers, seed: seedCareers, rows: careersRows },
  { name: 'referrals', create: createReferrals, seed: seedReferrals, rows: referralRows },
] as const;
