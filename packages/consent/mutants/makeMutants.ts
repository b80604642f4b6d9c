import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { type BuildOptions, type BuildResult, type Plugin, build } from 'esbuild';

/** One change of the code that some test should notice. */
export interface Mutant {
  readonly id: string;
  /** Relative to the folder of the sources. */
  readonly file: string;
  /** Of its first line, counted from 1. */
  readonly line: number;
  /** The whole first line, without the space around it. */
  readonly within: string;
  readonly original: string;
  readonly replacement: string;
}

/** Tests and code as one script, in which `__stryker__.activeMutant` says which mutant is the code. */
export interface Mutated {
  readonly script: string;
  readonly mutants: readonly Mutant[];
}

/** What to mutate, and which tests must notice. */
export interface ToMutate {
  /** The folder of the sources. */
  readonly sources: string;
  /** The files that are mutated. */
  readonly files: readonly string[];
  /** The tests, in the order in which they run. */
  readonly tests: readonly string[];
  /** What takes the place of a file of the folder, by its name: smaller numbers of random cases. */
  readonly instead?: Readonly<Record<string, string>>;
}

const nothing = (): void => undefined;
const silent = {
  trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing,
  isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false, isWarnEnabled: () => false, isErrorEnabled: () => false, isFatalEnabled: () => false,
};

const bundle = (sources: string, more: BuildOptions): Promise<BuildResult<{ write: false; metafile: true }>> => build({
  ...more, absWorkingDir: sources, outdir: 'nowhere', bundle: true, write: false, metafile: true, format: 'cjs', platform: 'node', target: 'node20', conditions: ['source'], logLevel: 'silent',
});

/** The files of the folder that the entries are made of, all but those that hold types alone. */
export async function filesOf(sources: string, entries: readonly string[]): Promise<string[]> {
  const { metafile } = await bundle(sources, { entryPoints: [...entries] });
  return Object.keys(metafile.inputs).filter((path) => !path.startsWith('..') && !path.includes('node_modules')).toSorted();
}

const textIn = (lines: readonly string[], { start, end }: { start: { line: number; column: number }; end: { line: number; column: number } }): string =>
  lines.slice(start.line, end.line + 1).map((line, index, all) => line.slice(index === 0 ? start.column : 0, index === all.length - 1 ? end.column : undefined)).join('\n');

/** Reads the mutated files for the bundle, and others as they are. */
const reading = (contents: ReadonlyMap<string, string>): Plugin => ({
  name: 'mutants',
  setup: (bundle) => bundle.onLoad({ filter: /\.ts$/ }, ({ path }) => {
    const text = contents.get(path);
    return text === undefined ? undefined : { contents: text, loader: 'ts' };
  }),
});

/**
 * Makes every mutant of the files, and one script of the tests with all of them in it.
 * Packages are required when the script runs. Throws when a file cannot be read or bundled.
 */
export async function makeMutants(what: ToMutate): Promise<Mutated> {
  const files = await Promise.all(what.files.map(async (name) => ({ name: join(what.sources, name), mutate: true, content: await readFile(join(what.sources, name), 'utf8') })));
  const instrumented = await new Instrumenter(silent).instrument(files, { plugins: null, excludedMutations: [], ignorers: [] });
  const contents = new Map([
    ...instrumented.files.map(({ name, content }) => [name, content] as const),
    ...Object.entries(what.instead ?? {}).map(([name, content]) => [join(what.sources, name), content] as const),
  ]);
  const { outputFiles } = await bundle(what.sources, {
    stdin: { contents: what.tests.map((test) => `import './${test}';`).join('\n'), resolveDir: what.sources, loader: 'ts' },
    external: ['@jest/globals', 'fast-check', '@cedar-policy/*'], define: { 'import.meta.url': JSON.stringify(`file://${join(what.sources, 'tests.ts')}`) }, plugins: [reading(contents)],
  });
  const lines = new Map(files.map(({ name, content }) => [name, content.split('\n')]));
  return {
    script: outputFiles[0]?.text ?? '',
    mutants: instrumented.mutants.map(({ id, fileName, location, replacement }) => {
      const all = lines.get(fileName) ?? [];
      return { id, file: relative(what.sources, fileName), line: location.start.line + 1, within: (all[location.start.line] ?? '').trim(), original: textIn(all, location), replacement };
    }),
  };
}
