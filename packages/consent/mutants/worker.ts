import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { type Declared, testWords } from './testWords.ts';

/** What this worker is given: the script of `makeMutants`, and a file from which packages are required. */
export interface Given {
  readonly script: string;
  readonly from: string;
}

/** What came of one mutant, or of the code as it is (`mutant` undefined): the test that noticed and how, and the mutants whose code was reached. */
export interface Outcome {
  readonly mutant: string | undefined;
  readonly noticed: { readonly test: string; readonly says: string } | undefined;
  readonly reached: readonly string[];
}

interface Switch {
  activeMutant?: string;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const { script, from } = workerData as Given;
const require = createRequire(from);

/** Files as they were when they were first read: a file that somebody writes to in the middle would kill every mutant after. */
const read = new Map<string, string>();
const files = {
  ...fs, readFileSync: (path: URL | string): string => {
    const text = read.get(String(path)) ?? fs.readFileSync(path, 'utf8');
    read.set(String(path), text);
    return text;
  },
};
const packages = (words: object) => (name: string): unknown => (name === '@jest/globals' ? words : name === 'node:fs' ? files : require(name));
const load = new Script(`(function (require, module, exports) {${script}\n})`, { filename: 'tests.js' }).runInThisContext() as (require: unknown, module: object, exports: object) => void;
(require('fast-check') as typeof import('fast-check')).configureGlobal({ endOnFailure: true });

/** Runs the tests in their order until one fails. The code is loaded anew, so that what it makes when it is loaded is the mutant's too. */
async function run(mutant: string | undefined): Promise<Outcome> {
  const mutants: Switch = { activeMutant: mutant };
  Object.assign(globalThis, { __stryker__: mutants });
  const declared: Declared[] = [], words = testWords(require, declared);
  let title = 'when it is loaded', noticed: Outcome['noticed'];
  try {
    load(packages(words), { exports: {} }, {});
    for (const test of declared) {
      title = test.title;
      await test.run();
    }
  } catch (error) {
    noticed = { test: title, says: error instanceof Error ? error.message : String(error) };
  }
  return { mutant, noticed, reached: Object.keys(mutants.mutantCoverage?.static ?? {}) };
}

parentPort?.on('message', (mutant: string | undefined) => {
  void run(mutant).then((outcome) => parentPort?.postMessage(outcome, []));
});
