import type { SpineId } from '@thegither/vocabulary';
import { somebody } from '../../harness/twins.ts';
import type { Making } from '../house.ts';
import { REASONS, UNKNOWN, type Reason } from '../reasons.ts';
import { makeTwins, type Arranged } from '../twins.ts';

/** Two kinds of people about whom the same is asked, and whether the time that an answer takes may tell them apart. */
export interface TimedCase {
  readonly title: string;
  readonly asker: string;
  /** Makes one of each. */
  readonly make: (house: Making) => Promise<readonly [SpineId, SpineId]>;
  /** Two worlds that are not the same: a measure that does not tell them apart is blind. */
  readonly isControl?: true;
  /** Is it part of a short run as well? */
  readonly isQuick?: true;
}

const twins = (arranged: Arranged, on: 'rooms' | 'record' = 'rooms'): TimedCase['make'] => async (house) => {
  const { recorded, unrecorded } = await makeTwins(house, arranged, on);
  return [recorded, unrecorded];
};

const called = (all: readonly Omit<Reason, 'open'>[], title: string): Arranged => {
  const found = all.find((reason) => reason.title === title);
  if (!found) throw new RangeError(`there is no reason called "${title}"`);
  return found;
};

const shares = (categories: readonly string[]): Reason['arrange'] => async ({ sharing }, person) => {
  await sharing.support(person, 'isla');
  await sharing.agree(person, 'fife-works', categories);
};

const KEPT_OUT = called(UNKNOWN, 'the person keeps the worker out');

/** Skills shown, and skills withheld: one room more is asked. */
const shownOrNot: TimedCase['make'] = async (house) => {
  const [shown, withheld] = [shares(['SKILLS']), shares([])];
  const [one, other] = [await makeTwins(house, { arrange: shown, open: 'S1 C1' }, 'rooms'), await makeTwins(house, { arrange: withheld, open: 'S1 C1' }, 'rooms')];
  return [one.recorded, other.recorded];
};

export const TIMED: readonly TimedCase[] = [
  { title: 'never asked: records, none', asker: 'isla', make: twins(called(REASONS, 'nobody ever asked')), isQuick: true },
  { title: 'never asked: much between the person and others, nothing', asker: 'isla', make: twins(called(REASONS, 'nobody ever asked'), 'record') },
  { title: 'all sharing stopped: records, none', asker: 'isla', make: twins(called(REASONS, 'the person stopped all sharing')) },
  { title: 'skills shared: records of the rest, none', asker: 'isla', make: twins({ arrange: shares(['SKILLS']), open: 'S1 C1' }) },
  { title: 'own rows alone: records of others, none', asker: 'ewan', make: twins(called(REASONS, 'a housing officer reads their own rows alone')), isQuick: true },
  { title: 'kept out: records, none', asker: 'isla', make: twins(KEPT_OUT) },
  { title: 'unknown: kept out with records, nobody at all', asker: 'isla', make: async (house) => [(await makeTwins(house, KEPT_OUT, 'rooms')).recorded, somebody()], isQuick: true },
  { title: 'control, the same record: shown, withheld', asker: 'isla', make: shownOrNot, isControl: true, isQuick: true },
];
