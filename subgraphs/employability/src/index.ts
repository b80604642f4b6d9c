export { createEmployability } from './employability.ts';
export { seedEmployability } from '../prisma/seed.ts';
export { employabilityRows } from '../prisma/rows/employabilityRows.ts';
