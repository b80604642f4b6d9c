import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { judge } from './judge.ts';
import { findTests } from './findTests.ts';
import { filesOf, makeMutants } from './makeMutants.ts';
import { type Fated, runMutants } from './runMutants.ts';

const sources = fileURLToPath(new URL('fixtures', import.meta.url));
const mutantsOf = (checks: string): Promise<Fated[]> => makeMutants({ sources, files: ['daysLeft.ts'], tests: [checks] }).then((mutated) => runMutants(mutated, `${sources}/tests.ts`, { atLeast: 700 }));
const said = (fated: readonly Fated[], fate: Fated['fate']): string[] => fated.filter((one) => one.fate === fate).map(({ mutant: { line, original, replacement } }) => `${line}: ${original} → ${replacement}`);

test('mutants are killed by the checks that notice them, end when they go on for ever, and are told apart from what nothing reaches', async () => {
  const fated = await mutantsOf('allChecks.ts');
  expect(said(fated, 'survived')).toEqual([]);
  expect(said(fated, 'timed out')).toContain('4: at += 1 → at -= 1');
  expect(said(fated, 'killed')).toContain('4: at <= end → at < end');
  expect(said(fated, 'without coverage')).toContain('10: \'never\' → ""');
}, 60_000);

test('when checks are taken away, the mutants that they killed survive', async () => {
  const fated = await mutantsOf('fewChecks.ts');
  expect(said(fated, 'survived')).toEqual(expect.arrayContaining(['4: now + 1 → now - 1', '4: at <= end → at < end']));
  expect(judge(fated, []).good).toBe(false);
}, 60_000);

test('tests that fail by themselves say nothing about mutants', async () => {
  await expect(mutantsOf('wrongChecks.ts')).rejects.toThrow(/without any mutant, "there is no time left" fails/);
}, 60_000);

test('what a rule is made of is found by its imports, and its tests by theirs, the quickest first', async () => {
  const rule = fileURLToPath(new URL('../src', import.meta.url)), files = await filesOf(rule, ['decide.ts', 'stateOf.ts']), tests = await findTests(rule, files);
  expect(files).toEqual(expect.arrayContaining(['agreed.ts', 'ceilingFor.ts', 'ceilings.ts', 'decide.ts', 'findings.ts', 'inForce.ts', 'mask.ts', 'recipient.ts', 'standing.ts', 'stateOf.ts']));
  expect(files.filter((file) => file.includes('test') || file === 'index.ts')).toEqual([]);
  expect(tests.at(-1)).toBe('decide.cedar.test.ts');
  expect(tests).toEqual(expect.arrayContaining(['decide.test.ts', 'decide.property.test.ts']));
});
