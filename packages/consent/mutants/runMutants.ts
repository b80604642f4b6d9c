import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { Mutant, Mutated } from './makeMutants.ts';
import type { Given, Outcome } from './worker.ts';

/** What became of a mutant: a test noticed it; none did; the tests did not come to an end with it; no test reached it. */
export type Fate = 'killed' | 'survived' | 'timed out' | 'without coverage';

/** A mutant and its fate. */
export interface Fated {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

const here = fileURLToPath(new URL('.', import.meta.url));

async function workerCode(): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [`${here}worker.ts`], bundle: true, write: false, format: 'cjs', platform: 'node', target: 'node20', logLevel: 'silent' });
  return outputFiles[0]?.text ?? '';
}

/** Runs tests in a thread of their own, which is ended when they take too long: a mutant may go on for ever. */
class Runner {
  #worker: Worker | undefined;
  readonly #code: string;
  readonly #given: Given;

  constructor(code: string, given: Given) {
    this.#code = code;
    this.#given = given;
  }

  /** What came of it; undefined when it took longer than the limit, in milliseconds. */
  async run(mutant: string | undefined, limit: number): Promise<Outcome | undefined> {
    const worker = this.#worker ??= new Worker(this.#code, { eval: true, workerData: this.#given, execArgv: [] });
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Outcome | undefined>((resolve, reject) => {
        timer = setTimeout(() => resolve(undefined), limit);
        worker.once('message', resolve).once('error', reject);
        worker.postMessage(mutant, []);
      }).then(async (outcome) => {
        if (outcome === undefined) await this.close();
        return outcome;
      });
    } finally {
      clearTimeout(timer);
      worker.removeAllListeners('message').removeAllListeners('error');
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}

/** The tests must pass with the code as it is, before the mutants and after; then what they reach is what they can notice. */
async function reachedBy(runner: Runner): Promise<{ readonly reached: ReadonlySet<string>; readonly took: number }> {
  await runner.run(undefined, 120_000);
  const began = Date.now(), outcome = await runner.run(undefined, 120_000);
  if (outcome === undefined) throw new Error('without any mutant, the tests did not come to an end');
  if (outcome.noticed) throw new Error(`without any mutant, "${outcome.noticed.test}" fails: ${outcome.noticed.says}`);
  return { reached: new Set(outcome.reached), took: Date.now() - began };
}

function fateOf(isReached: boolean, outcome: Outcome | undefined): Fate {
  if (!isReached) return 'without coverage';
  if (outcome === undefined) return 'timed out';
  return outcome.noticed ? 'killed' : 'survived';
}

/** How a run is watched, and how long a mutant may at least take, in milliseconds; five times as long as the tests take without one is added. */
export interface Watch {
  readonly each?: (done: number) => void;
  readonly atLeast?: number;
}

/**
 * Runs the tests against every mutant, one after the other. Packages are required from the file `from`. Throws when the
 * tests fail without a mutant.
 */
export async function runMutants({ script, mutants }: Mutated, from: string, { each, atLeast = 10_000 }: Watch = {}): Promise<Fated[]> {
  const runner = new Runner(await workerCode(), { script, from });
  try {
    const { reached, took } = await reachedBy(runner);
    const fated: Fated[] = [];
    for (const mutant of mutants) {
      const outcome = reached.has(mutant.id) ? await runner.run(mutant.id, atLeast + 5 * took) : undefined;
      fated.push({ mutant, fate: fateOf(reached.has(mutant.id), outcome) });
      each?.(fated.length);
    }
    await reachedBy(runner);
    return fated;
  } finally {
    await runner.close();
  }
}
