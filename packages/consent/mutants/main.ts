import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Equivalent, judge } from './judge.ts';
import { findTests } from './findTests.ts';
import { filesOf, makeMutants } from './makeMutants.ts';
import { runMutants } from './runMutants.ts';

/**
 * `npm run mutants`: changes the rule of the house in every small way that the instrumenter knows, and counts the
 * changes that its tests notice. Ends with 1 when fewer than 95 in a hundred are.
 */
const sources = fileURLToPath(new URL('../src', import.meta.url));
const began = Date.now();
const files = await filesOf(sources, ['decide.ts', 'stateOf.ts']);
const mutated = await makeMutants({
  sources, files, tests: await findTests(sources, files), instead: { 'testing/howMany.ts': 'export const PROPERTY_RUNS = 150, CEDAR_CASES = 480;' },
});
const equivalents = JSON.parse(await readFile(new URL('equivalent.json', import.meta.url), 'utf8')) as Equivalent[];
const fated = await runMutants(mutated, `${sources}/tests.ts`, {
  each: (done) => void (done % 100 === 0 && process.stderr.write(`${done} of ${mutated.mutants.length}\n`)),
});
const { lines, good } = judge(fated, equivalents);
process.stdout.write(`${Math.round((Date.now() - began) / 1000)} s\n${lines.join('\n')}\n`);
process.exitCode = good ? 0 : 1;
