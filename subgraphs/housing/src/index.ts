export { createHousing } from './housing.ts';
export { seedHousing } from '../prisma/seed.ts';
