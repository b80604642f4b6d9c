import { describe, expect, test } from '@jest/globals';
import { createRandom } from '../harness/random.ts';
import { judge, type Sample } from './judge.ts';

const MINUTES = 30, PER_SECOND = 20;

/** A run of half an hour that is flat and noisy: what is being answered holds memory and descriptors for a while. */
function run(change: (at: number, sample: Sample) => Partial<Sample> = () => ({}), seconds = MINUTES * 60): Sample[] {
  const random = createRandom(7);
  return Array.from({ length: seconds }, (_, at) => {
    // Compiled code and caches fill up first.
    const warm = 30_000 * (1 - Math.exp(-at / 15));
    const sample: Sample = { at, operations: at * PER_SECOND, heldKb: 150_000 + warm + random.below(25_000), rssKb: 400_000 + 2 * warm + random.below(60_000), descriptors: 90 + random.below(30), lagMs: 20 };
    return { ...sample, ...change(at, sample) };
  });
}
const NONE = { errors: new Map<string, number>(), told: 1, busy: 0 };
const reasonsOf = (samples: readonly Sample[], counted = NONE): string[] => judge(samples, counted).map(({ reason }) => reason);

describe('nothing is found', () => {
  test.each([
    ['in a flat and noisy run', run()],
    ['in one of a minute', run(undefined, 60)],
    ['where one window was high', run((at, { heldKb }) => (at > 1_500 && at < 1_600 ? { heldKb: heldKb + 80_000 } : {}))],
    ['where memory grew in the first third alone', run((at, { heldKb }) => ({ heldKb: heldKb + 200 * Math.min(at, 590) }))],
    ['where the system does not count descriptors', run(() => ({ descriptors: undefined }))],
    ['where memory shrank', run((at, { heldKb }) => ({ heldKb: heldKb - 10 * at }))],
  ])('%s', (_, samples) => {
    expect(judge(samples, NONE)).toEqual([]);
  });
});

describe('it is found', () => {
  test.each([
    ['that every operation leaves a kilobyte behind', 'MEMORY_GROWS', run((_, { operations, heldKb }) => ({ heldKb: heldKb + operations }))],
    ['that every operation of one minute leaves 40 kB behind', 'MEMORY_GROWS', run((_, { operations, heldKb }) => ({ heldKb: heldKb + 40 * operations }), 60)],
    ['that memory outside of the heap grows', 'RESIDENT_MEMORY_GROWS', run((_, { operations, rssKb }) => ({ rssKb: rssKb + 4 * operations }))],
    ['that a descriptor stays open every ten seconds', 'DESCRIPTORS_GROW', run((at, { descriptors }) => ({ descriptors: descriptors! + Math.floor(at / 10) }))],
  ])('%s', (_, reason, samples) => {
    expect(reasonsOf(samples)).toEqual([reason]);
  });

  test('that there was an error which nothing explains, by its code and how often', () => {
    expect(judge(run(), { ...NONE, errors: new Map([['a query: INTERNAL', 2]]) })).toEqual([{ reason: 'ERRORS', says: 'a query: INTERNAL, 2 times' }]);
  });

  test('that the machine was too busy to say anything, and not that it was for a moment', () => {
    expect(reasonsOf(run(), { ...NONE, busy: 1_000 })).toEqual(['TOO_BUSY']);
    expect(reasonsOf(run(), { ...NONE, busy: 5 })).toEqual([]);
  });

  test('that no answer told anything', () => {
    expect(reasonsOf(run(), { ...NONE, told: 0 })).toEqual(['NOTHING_TOLD']);
  });
});

test('a run that is too short to be judged is refused', () => {
  expect(() => judge(run(undefined, 8), NONE)).toThrow(RangeError);
});
