export { createHousing } from './housing.ts';
export { housingRows, seedHousing } from '../prisma/seed.ts';
