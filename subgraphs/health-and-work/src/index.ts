export { createHealthAndWork } from './healthAndWork.ts';
export { seedHealthAndWork } from '../prisma/seed.ts';
export { healthAndWorkRows } from '../prisma/rows.ts';
