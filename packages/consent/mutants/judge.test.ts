import { expect, test } from '@jest/globals';
import { type Equivalent, judge } from './judge.ts';
import type { Fate, Fated } from './runMutants.ts';

const fated = (fate: Fate, id: string): Fated => ({ fate, mutant: { id, file: 'a.ts', line: 7, within: 'at <= end', original: 'at <= end', replacement: id } });
const many = (fate: Fate, count: number): Fated[] => Array.from({ length: count }, (_, index) => fated(fate, `${fate}-${index}`));
const equivalent = (replacement: string): Equivalent => ({ file: 'a.ts', within: 'at <= end', original: 'at <= end', replacement, reason: 'of no account' });
const last = (all: readonly Fated[], equivalents: readonly Equivalent[] = []): [string | undefined, boolean] => {
  const { lines, good } = judge(all, equivalents);
  return [lines.at(-1), good];
};

test.each<[string, Fated[], Equivalent[], [string, boolean]]>([
  ['ninety-five of a hundred are enough', [...many('killed', 95), ...many('survived', 5)], [], ['95 of 100 mutants killed: 95 %', true]],
  ['one less is not', [...many('killed', 94), ...many('survived', 6)], [], ['94 of 100 mutants killed: 94 %', false]],
  ['just under is not, however it is rounded', [...many('killed', 9499), ...many('survived', 501)], [], ['9499 of 10000 mutants killed: 94.9 %', false]],
  ['what goes on for ever was noticed', many('timed out', 2), [], ['2 of 2 mutants killed: 100 %', true]],
  ['what no test reaches was not', [...many('killed', 1), ...many('without coverage', 1)], [], ['1 of 2 mutants killed: 50 %', false]],
  ['what is equivalent is not counted', [...many('killed', 1), ...many('survived', 1)], [equivalent('survived-0')], ['1 of 1 mutants killed: 100 %', true]],
  ['what is called equivalent and was killed is a fault of the list', many('killed', 1), [equivalent('killed-0')], ['1 of 1 mutants killed: 100 %', false]],
  ['what is called equivalent and is no mutant is a fault of the list', many('killed', 1), [equivalent('gone')], ['1 of 1 mutants killed: 100 %', false]],
  ['of several of one kind on a line, the one that is meant', [fated('killed', 'x'), fated('survived', 'x')], [{ ...equivalent('x'), nth: 2 }], ['1 of 1 mutants killed: 100 %', true]],
  ['nothing at all proves nothing', [], [], ['0 of 0 mutants killed: 0 %', false]],
])('%s', (_, all, equivalents, expected) => {
  expect(last(all, equivalents)).toEqual(expected);
});

test('every survivor is named with its place, what it was and what it became', () => {
  expect(judge(many('survived', 1), []).lines).toContain('a.ts:7 survived: at <= end → survived-0');
});
