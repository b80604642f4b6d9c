export { createJustice } from './justice.ts';
export { seedJustice } from '../prisma/seed.ts';
export { justiceRows } from '../prisma/rows.ts';
