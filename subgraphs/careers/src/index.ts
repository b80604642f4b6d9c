export { createCareers } from './careers.ts';
export { seedCareers } from '../prisma/seed.ts';
