import type { Instant } from '@thegither/consent';
import { parseSpineId, type SpineId } from '@thegither/vocabulary';
import type { SharingStep } from '../history.ts';
import type { Somebody } from '../persona.ts';
import { UNREAL } from '../spine.ts';
import { historyOf } from './historyOf.ts';
import { homeOf, lifeOf } from './life.ts';
import { createRandom } from './random.ts';
import { storyOf } from './storyOf.ts';

/** A generated person: what every room holds of them, and what the ledger saw. */
export interface GeneratedPerson extends Somebody {
  /** Their place among those of one seed, from 0. */
  readonly place: number;
  /** What happened to their sharing until an instant. */
  readonly history: (at: Instant) => readonly SharingStep[];
  /** Makes ids for their rows in one room's tables, the same each time, and no two alike. */
  readonly newIds: (room: string) => () => string;
}

/** The most people of one seed, and the greatest seed: what their ids have room for. */
export const MOST_PEOPLE = 2 ** 24, GREATEST_SEED = 2 ** 24 - 1;

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/** Spines of generated people begin so: seed and place follow, so that no two can share one. */
const GENERATED = `${UNREAL}9e`;

function spineAt(seed: number, place: number): SpineId {
  const random = createRandom(seed, place, 0x51);
  const spine = parseSpineId(`${GENERATED}${hex(seed, 6)}${hex(place, 6)}${hex(random.below(2 ** 28), 7)}${hex(random.below(2 ** 28), 7)}`);
  if (!spine) throw new RangeError('more people than a spine can number');
  return spine;
}

/** Whose seed and place a spine says: undefined for everybody who was not made by `personAt`. */
export function generatedBy(spine: SpineId): { readonly seed: number; readonly place: number } | undefined {
  if (!spine.startsWith(GENERATED)) return undefined;
  const seed = Number.parseInt(spine.slice(6, 12), 16), place = Number.parseInt(spine.slice(12, 18), 16);
  return spine === spineAt(seed, place) ? { seed, place } : undefined;
}

const ROOMS = ['ledger', 'people', 'employability', 'health-and-work', 'justice', 'housing', 'careers', 'referrals'];
const MOST_ROWS = 2 ** 12;

/**
 * UUIDs of version 8 (RFC 9562): unreal by the "7e57" in their second group; counter, room, seed and place make
 * them different from each other. The first group is scattered, as random ids are, so that an index is filled as in life.
 */
function idsOf(seed: number, place: number, room: string): () => string {
  const number = ROOMS.indexOf(room);
  if (number < 0) throw new RangeError('no room of that name');
  const random = createRandom(seed, place, 0x1d, number);
  const tail = `${hex(0x8000 + number * 256 + (seed >>> 16), 4)}-${hex(seed & 0xffff, 4)}${hex(place, 8)}`;
  let count = 0;
  return () => {
    if (count >= MOST_ROWS) throw new RangeError('more rows of one person than their ids can number');
    return `${hex(random.below(2 ** 32), 8)}-7e57-8${hex(count++, 3)}-${tail}`;
  };
}

/** People live together in threes and alone: places 0 to 2 of each five are a household, and one of the three did not agree to be linked. */
const HOUSEHOLD = { of: 5, together: 3, linked: 2 } as const;

const householdAt = (seed: number, place: number): string | null =>
  place % HOUSEHOLD.of < HOUSEHOLD.linked ? `7e57${hex(seed >>> 8, 4)}-0000-8000-8${hex(seed & 0xff, 3)}-${hex(Math.floor(place / HOUSEHOLD.of), 12)}` : null;

/**
 * The person at a place (from 0) among the people of a seed: the same each time, and whoever else is made. Nobody is
 * anybody: spine, ids, telephone numbers, addresses, health and candidate numbers are of ranges that no living person has.
 * Throws RangeError for a seed or a place that their ids have no room for.
 */
export function personAt(seed: number, place: number): GeneratedPerson {
  if (!Number.isInteger(seed) || seed < 0 || seed > GREATEST_SEED || !Number.isInteger(place) || place < 0 || place >= MOST_PEOPLE) throw new RangeError('a seed and a place are whole numbers of 24 bits');
  const random = createRandom(seed, place);
  const within = place % HOUSEHOLD.of;
  const home = homeOf(createRandom(seed, place - (within < HOUSEHOLD.together ? within : 0), 0x40));
  const life = lifeOf(random.split('life'), home);
  return {
    place,
    spine: spineAt(seed, place),
    story: (today) => storyOf({ seed, place }, life, random, today),
    history: (at) => historyOf(life, random.split('history'), { place, household: householdAt(seed, place) }, at),
    newIds: (room) => idsOf(seed, place, room),
  };
}
