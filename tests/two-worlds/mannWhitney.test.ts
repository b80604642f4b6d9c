import { describe, expect, test } from '@jest/globals';
import { createRandom } from '../harness/random.ts';
import { mannWhitney } from './mannWhitney.ts';

// Known answers: R's own example (wilcox.test of ozone in May and August, with ties), and SciPy's (mannwhitneyu, asymptotic).
const MAY = [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37];
const AUGUST = [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85];

function numbers(seed: number, more = 0, count = 2_000): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.below(1_000) + random.below(1_000) + more);
}

test.each([
  ['ozone in May and August, R', MAY, AUGUST, 127.5, 0.0001208, 7],
  ['age at diagnosis, SciPy', [19, 22, 16, 29, 24], [20, 11, 17, 12], 17, 0.11134688653314041, 7],
  ['the same the other way round', [20, 11, 17, 12], [19, 22, 16, 29, 24], 3, 0.11134688653314041, 7],
])('%s', (_, first, second, u, p, digits) => {
  const found = mannWhitney(first, second);
  expect(found.u).toBe(u);
  expect(found.p).toBeCloseTo(p, digits);
});

describe('two samples', () => {
  test('of the same thing lie apart by chance alone: one in a hundred times beyond one in a hundred', () => {
    const found = Array.from({ length: 300 }, (_, seed) => mannWhitney(numbers(2 * seed, 0, 100), numbers(2 * seed + 1, 0, 100)).p);
    expect(found.filter((p) => p < 0.5).length).toBeGreaterThan(120);
    expect(found.filter((p) => p < 0.5).length).toBeLessThan(180);
    expect(found.filter((p) => p < 0.01).length).toBeLessThanOrEqual(9);
  });

  test('of which one is later by a tenth of how far they scatter are told apart', () => {
    expect(mannWhitney(numbers(1), numbers(2, 50)).p).toBeLessThan(0.01);
  });

  test('are alike when every number is the same, and when they are one and the same', () => {
    expect(mannWhitney([5, 5, 5], [5, 5]).p).toBe(1);
    expect(mannWhitney(MAY, MAY).p).toBe(1);
  });

  test('of which one is empty are not compared', () => {
    expect(() => mannWhitney([], [1])).toThrow(RangeError);
    expect(() => mannWhitney([1], [])).toThrow(RangeError);
  });
});
