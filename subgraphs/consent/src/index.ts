export { createConsent, type ConsentDeps } from './consent.ts';
export { seedConsent } from '../prisma/seed.ts';
