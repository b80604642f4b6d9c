export { createCareers } from './careers.ts';
export { careersRows, seedCareers } from '../prisma/seed.ts';
