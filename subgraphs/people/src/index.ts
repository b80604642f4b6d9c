export { createPeople } from './people.ts';
export { seedPeople } from '../prisma/seed.ts';
