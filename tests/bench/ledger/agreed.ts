import { maskOf, type Mask } from '@thegither/consent';
import { REGISTER } from '@thegither/vocabulary';
import { numberFrom, type Sharing } from '../house/people.ts';
import { AGREED_TOGETHER } from '../house/records.ts';

/** Grants that every person of the benchmark has, in force or not. */
export const GRANTS = 10;

const CATEGORIES = AGREED_TOGETHER.map((rooms) => REGISTER.filter(({ owner, byGrant }) => rooms.some((room) => room === owner) && byGrant).map(({ name }) => name));

/** Of a mixture, how many hundredths of the categories each person shares; which ones, is different for everybody. */
const SHARED = 70;

/** What a person agreed to share with the workers who ask: for each group of rooms. */
export const agreedBy = (sharing: Sharing, place: number): Mask[] => CATEGORIES.map((names) => maskOf(...names.filter((name) => shares(sharing, place, name))));

function shares(sharing: Sharing, place: number, category: string): boolean {
  if (sharing !== 'mixture') return sharing === 'everything';
  return numberFrom(`${place} ${category}`) % 100 < SHARED;
}
