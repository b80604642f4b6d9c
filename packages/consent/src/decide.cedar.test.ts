import { expect, test } from '@jest/globals';
import { REGISTER } from '@thegither/vocabulary';
import * as fc from 'fast-check';
import type { Asked } from './asked.ts';
import { decide } from './decide.ts';
import type { PersonFacts } from './facts.ts';
import { aCase } from './testing/anyCase.ts';
import { disagreements, secondOpinion } from './testing/cedar/disagreements.ts';
import { CEDAR_CASES } from './testing/howMany.ts';

/** The same rules in a language made for rules, written from the design alone: where the two disagree, one of them is wrong. */
const CASES = fc.sample(aCase, { numRuns: Math.ceil(CEDAR_CASES / REGISTER.length), seed: 1707 });
const written = (one: [PersonFacts, Asked]): string => JSON.stringify(one, (_, value: unknown) => (typeof value === 'bigint' ? value.toString(16) : value));

test(`decide and Cedar agree about ${CEDAR_CASES} random cases`, () => {
  const against = CASES.flatMap((one) => disagreements(decide(...one), one[1], secondOpinion(...one)).map((line) => `${line} · ${written(one)}`));
  expect(against).toEqual([]);
}, 300_000);
