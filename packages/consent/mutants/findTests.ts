import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The quick ones first, since a mutant has met its fate with the first test that notices. */
const ORDER = ['.test.ts', '.property.test.ts', '.cedar.test.ts'];
const place = (test: string): number => ORDER.findLastIndex((end) => test.endsWith(end));

/** The tests of a folder that are about these files alone: they import nothing else of it but what is for tests. */
export async function findTests(sources: string, files: readonly string[]): Promise<string[]> {
  const tests = (await readdir(sources)).filter((name) => name.endsWith('.test.ts')).toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
  const about = await Promise.all(tests.map(async (test) => {
    const { metafile } = await build({ absWorkingDir: sources, entryPoints: [join(sources, test)], bundle: true, write: false, metafile: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'silent' });
    return Object.keys(metafile.inputs).every((path) => path === test || path.startsWith('testing/') || files.includes(path));
  }));
  return tests.filter((_, index) => about[index]);
}
