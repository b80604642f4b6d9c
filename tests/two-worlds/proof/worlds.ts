import type { SpineId } from '@thegither/vocabulary';
import { somebody } from '../../harness/twins.ts';
import { compare, type Compared } from '../compare.ts';
import type { House } from '../house.ts';
import { REASONS, UNKNOWN, type Reason } from '../reasons.ts';
import { makeTwins } from '../twins.ts';
import type { Asking } from '../world.ts';

/** A reason with the people who differ in nothing but what it withholds: with a record, without, and nobody at all where the asker may know nobody. */
export interface Worlds {
  readonly reason: Omit<Reason, 'open'> & Partial<Pick<Reason, 'open'>>;
  readonly people: readonly SpineId[];
}

const AT_ONCE = 6;

/** Makes the people of every reason, or of those with these titles. */
export async function makeWorlds(house: House, only?: readonly string[]): Promise<Worlds[]> {
  const reasons = [...REASONS, ...UNKNOWN].filter(({ title }) => only?.includes(title) ?? true);
  const worlds: Worlds[] = [];
  for (let from = 0; from < reasons.length; from += AT_ONCE) worlds.push(...await Promise.all(reasons.slice(from, from + AT_ONCE).map((reason) => worldsOf(house, reason))));
  return worlds;
}

async function worldsOf(house: House, reason: Worlds['reason']): Promise<Worlds> {
  const { recorded, unrecorded } = await makeTwins(house, reason);
  return { reason, people: [recorded, unrecorded, ...(isUnknown(reason) ? [somebody()] : [])] };
}

/** Is the person nobody to this asker? */
export const isUnknown = (reason: Worlds['reason']): boolean => reason.open === undefined;

/** Asks as the reason's own asker. */
export const compareWorlds = (house: House, { reason: { asker = 'isla', purpose }, people }: Worlds, question: Pick<Asking, 'query' | 'variables'>): Promise<Compared> =>
  compare(house.house, people, { asker, purpose, ...question });
