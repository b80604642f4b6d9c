import { describe, expect, test } from '@jest/globals';
import { createRandom } from './random.ts';

const drawn = (random: ReturnType<typeof createRandom>, count = 8) => Array.from({ length: count }, () => random.below(1_000_000));

describe('numbers that look random', () => {
  test('are the same for the same seeds, and others for others', () => {
    expect(drawn(createRandom(7, 3))).toEqual(drawn(createRandom(7, 3)));
    const streams = [createRandom(7), createRandom(7, 0), createRandom(0, 7), createRandom(7, 3), createRandom(3, 7), createRandom(2 ** 32 + 7)].map((random) => drawn(random).join());
    expect(new Set(streams).size).toBe(streams.length);
  });

  test('of a part do not depend on what was drawn before, nor on other parts', () => {
    const fresh = createRandom(7).split('housing'), used = createRandom(7);
    drawn(used, 100);
    drawn(used.split('justice'), 100);
    expect(drawn(used.split('housing'))).toEqual(drawn(fresh));
    expect(drawn(createRandom(7).split('1'))).not.toEqual(drawn(createRandom(7).split(1)));
  });

  test('never meet: twenty thousand streams begin differently', () => {
    expect(new Set(Array.from({ length: 20_000 }, (_, place) => drawn(createRandom(7, place), 3).join())).size).toBe(20_000);
  });

  test('are spread evenly', () => {
    const random = createRandom(11), tenths = Array.from({ length: 10 }, () => 0);
    for (let n = 0; n < 20_000; n += 1) tenths[random.below(10)]! += 1;
    for (const tenth of tenths) expect(Math.abs(tenth - 2000)).toBeLessThan(200);
  });

  test('between two numbers meet both', () => {
    const random = createRandom(5);
    expect(new Set(Array.from({ length: 200 }, () => random.between(3, 5)))).toEqual(new Set([3, 4, 5]));
  });

  test.each([[0, []], [2, undefined], [9, ['a', 'b', 'c', 'd']]] as const)('some, %i of four: none twice, in order', (count, expected) => {
    for (let seed = 0; seed < 50; seed += 1) {
      const taken = createRandom(seed).some(['a', 'b', 'c', 'd'], count);
      expect(taken).toEqual([...new Set(taken)].toSorted());
      expect(expected ?? taken).toHaveLength(Math.min(count, 4));
    }
  });

  test('weighed come as often as they weigh', () => {
    const random = createRandom(3);
    const heavy = Array.from({ length: 10_000 }, () => random.weighed([9, 'heavy'], [1, 'light'])).filter((value) => value === 'heavy').length;
    expect(Math.abs(heavy - 9000)).toBeLessThan(200);
    expect(() => random.weighed()).toThrow(RangeError);
  });
});
