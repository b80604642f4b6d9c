import { expect, test } from '@jest/globals';
import { readOptions } from './readOptions.ts';

test.each([
  [[], { count: 1000, seed: 7, beside: false }],
  [['--count', '100000', '--seed', '0', '--beside'], { count: 100_000, seed: 0, beside: true }],
  [['--count=1', '--seed=16777215'], { count: 1, seed: 16_777_215, beside: false }],
])('%j is read', (args, expected) => {
  expect(readOptions(args)).toEqual(expected);
});

test.each([
  ['nobody', ['--count', '0'], '--count'], ['a number that is none', ['--count', 'many'], '--count'], ['a part of a person', ['--count', '1.5'], '--count'], ['nothing', ['--count', ''], '--count'],
  ['more than their ids can number', ['--count', '20000000'], '--count'], ['a seed below none', ['--seed=-1'], '--seed'], ['too great a seed', ['--seed', '16777216'], '--seed'],
  ['an option that there is not', ['--amount', '3'], '--beside'], ['an option that looks like another', ['--seed', '-1'], '--beside'], ['words', ['seven'], '--beside'],
])('%s is refused in one sentence', (_what, args, word) => {
  expect(() => readOptions(args)).toThrow(expect.objectContaining({ code: 'CONFIGURATION', message: expect.stringMatching(new RegExp(`^[^\\n]*${word}[^\\n]*$`)) as unknown }));
});
