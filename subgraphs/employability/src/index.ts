export { createEmployability } from './employability.ts';
export { seedEmployability } from '../prisma/seed.ts';
