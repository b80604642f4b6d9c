import { expect, test } from '@jest/globals';
import type { SpineId } from '@thegither/vocabulary';
import { createRandom } from '../../harness/random.ts';
import { somebody } from '../../harness/twins.ts';
import { isToldApart, measure } from './measure.ts';

const pairs = Array.from({ length: 4 }, () => [somebody(), somebody()] as const);
const isFirst = (person: SpineId): boolean => pairs.some(([first]) => first === person);

/** Somebody's clock: ten milliseconds, more or less, and for the first world so much more. */
const clock = (later: number, seed = 2) => {
  const random = createRandom(seed);
  return async (person: SpineId): Promise<number> => 10 + random.below(1_000) / 1_000 + (isFirst(person) ? later : 0);
};

test('worlds that take the same are alike', async () => {
  const timed = await measure(pairs, { calls: 300, random: createRandom(1), time: clock(0) });
  expect([timed.calls, isToldApart(timed.p)]).toEqual([600, false]);
});

test('a world that is always later is told apart, and the sharpness says by how little', async () => {
  const { sharpness } = await measure(pairs, { calls: 300, random: createRandom(1), time: clock(0) });
  const timed = await measure(pairs, { calls: 300, random: createRandom(1), time: clock(2 * sharpness) });
  expect(sharpness).toBeLessThan(0.2);
  expect(isToldApart(timed.p)).toBe(true);
  expect(timed.medians[0]).toBeGreaterThan(timed.medians[1]);
});

test('both worlds are asked equally often, each of them first about half of the time, and the first calls are not counted', async () => {
  const asked: boolean[] = [];
  let slow = 2 * 100;
  const timed = await measure(pairs, { calls: 100, random: createRandom(1), time: async (person) => {
    asked.push(isFirst(person));
    return slow-- > 0 ? 1_000 : 1;
  } });
  expect(asked.filter(Boolean)).toHaveLength(asked.length / 2);
  const firsts = asked.filter((_, at) => at % 2 === 0).filter(Boolean).length;
  expect(firsts).toBeGreaterThan(70);
  expect(firsts).toBeLessThan(130);
  expect(timed.medians).toEqual([1, 1]);
});

test('a disturbed call counts for neither world, and a machine that disturbs too many is no machine to time on', async () => {
  let calls = 0;
  const some = await measure(pairs, { calls: 100, random: createRandom(1), time: async () => (++calls % 50 === 0 ? undefined : 1) });
  expect([some.calls, calls > 400]).toEqual([200, true]);
  await expect(measure(pairs, { calls: 100, random: createRandom(1), time: async () => undefined })).rejects.toThrow('too busy');
});
