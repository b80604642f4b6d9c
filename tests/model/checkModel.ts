import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MODEL = fileURLToPath(new URL('./release.pml', import.meta.url));
const run = promisify(execFile);

/** What came of looking at every state that can be reached. */
export interface Checked {
  /** How many different states there were, until the first violation if there is one. */
  readonly states: number;
  /** The longest way to one of them, in steps. */
  readonly depth: number;
  /** What did not hold in one of them, as the checker says it; undefined where everything held in all of them. */
  readonly violated: string | undefined;
}

const isThere = (program: string): boolean => (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));

/** What this machine lacks to check the model, in one sentence; undefined when nothing. */
export function whatIsMissing(): string | undefined {
  const missing = ['spin', 'gcc'].filter((program) => !isThere(program));
  return missing.length === 0 ? undefined : `the model is not checked: ${missing.join(' and ')} not there (Debian's packages have these names)`;
}

/** Has Spin look at every state of the model with these names defined. Where there are millions, the compiler takes its time and the checker packs them. Throws when it did not look at all of them. */
export async function checkModel(defined: readonly string[], isLarge = false): Promise<Checked> {
  const folder = mkdtempSync(path.join(tmpdir(), 'thegither-model-'));
  try {
    copyFileSync(MODEL, path.join(folder, 'release.pml'));
    await run('spin', [...defined.map((name) => `-D${name}`), '-a', 'release.pml'], { cwd: folder });
    // No warnings: the C is Spin's and not ours.
    await run('gcc', ['-w', '-DSAFETY', ...(isLarge ? ['-O2', '-DCOLLAPSE'] : ['-O0']), '-o', 'pan', 'pan.c'], { cwd: folder });
    const { stdout } = await run(path.join(folder, 'pan'), ['-m1000000', '-b', '-n'], { cwd: folder, maxBuffer: 2 ** 24 });
    return read(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(report: string): Checked {
  const number = (form: RegExp): number => Number(form.exec(report)?.[1] ?? Number.NaN);
  const violated = /^pan:\d+: (?:assertion violated\s+)?(.+?) \(at depth \d+\)/m.exec(report)?.[1];
  const checked = { states: number(/^\s*(\d+) states, stored/m), depth: number(/depth reached (\d+)/), violated };
  const isWhole = /errors: 0$/m.test(report) && !/search not completed|too small|out of memory/i.test(report);
  if (!(checked.states > 0) || (violated === undefined && !isWhole)) throw new Error(`the model was not checked to its end:\n${report}`);
  return checked;
}
