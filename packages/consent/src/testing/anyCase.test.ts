import { expect, test } from '@jest/globals';
import { PERMIT_REASONS, WITHHOLD_REASONS } from '@thegither/vocabulary';
import * as fc from 'fast-check';
import { decide } from '../decide.ts';
import { union } from '../mask.ts';
import { aCase } from './anyCase.ts';

const DECISIONS = fc.sample(aCase, { numRuns: 1000, seed: 1707 }).map((one) => decide(...one));

test.each([...PERMIT_REASONS, ...WITHHOLD_REASONS])('%s decides something in many random cases', (reason) => {
  expect(DECISIONS.filter(({ findings }) => findings.some((finding) => finding.reason === reason)).length).toBeGreaterThan(5);
});

test('something opens in about half of the random cases', () => {
  const opened = DECISIONS.filter(({ granted, own }) => union(granted, own) !== 0n).length;
  expect([opened > 300, opened < 800]).toEqual([true, true]);
});
