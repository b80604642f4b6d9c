export { createReferrals } from './referrals.ts';
export { seedReferrals } from '../prisma/seed.ts';
export { referralRows } from '../prisma/referralRows.ts';
