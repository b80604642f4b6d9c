export { createPeople } from './people.ts';
export { peopleRows, seedPeople } from '../prisma/seed.ts';
